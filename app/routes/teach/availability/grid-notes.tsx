import type { EditedDay } from "../../../week-edit.ts";
import { DayFacts } from "./day-facts.tsx";
import { DayTools } from "./day-tools.tsx";
import type { HoursDay } from "./load.ts";

interface GridNotesProps {
  days: readonly HoursDay[];
  edited: readonly EditedDay[];
}

/** What can be done with each day as a whole, folded away below the grid. */
export function GridDayTools({ days, edited }: GridNotesProps) {
  if (edited.every(({ isFixed }) => isFixed)) return null;
  return (
    <details className="mt-2 noscript:hidden">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center rounded-full px-3 font-semibold text-primary-ink hover:bg-tint">
        Copy, clear or reset a day
      </summary>
      <ul className="mt-2 grid gap-2 sm:grid-cols-2">
        {days.map((day, index) => {
          const own = edited[index];
          return own && !day.isPast ? (
            <li
              key={day.key}
              className="flex flex-wrap items-center gap-2 rounded-2xl border border-line bg-surface p-4"
            >
              <h3 className="basis-full font-semibold">{day.title}</h3>
              <DayTools day={day} days={days} edited={own} />
            </li>
          ) : null;
        })}
      </ul>
    </details>
  );
}

/** What the columns have no room for: lessons, days off and days of another length. */
export function GridNotes({ days, edited }: GridNotesProps) {
  const noted = days.flatMap((day, index) => {
    const own = edited[index];
    const hasNotes = day.lessons.length > 0 || day.isClosedOff || day.lengthNote;
    return own && hasNotes ? [{ day, own }] : [];
  });
  if (noted.length === 0) return null;
  return (
    <ul className="mt-4 grid gap-3 sm:grid-cols-2">
      {noted.map(({ day, own }) => (
        <li key={day.key} className="rounded-2xl border border-line bg-surface p-4">
          <DayFacts day={day} edited={own} />
        </li>
      ))}
    </ul>
  );
}
