import { Button } from "../../../components/button.tsx";
import type { EditedDay } from "../../../week-edit.ts";
import type { HoursDay } from "./load.ts";

interface DayToolsProps {
  day: HoursDay;
  days: readonly HoursDay[];
  edited: EditedDay;
}

/** What can be done with a whole day; each button also works by sending the form. */
export function DayTools({ day, days, edited }: DayToolsProps) {
  const { key, lines, isUsual } = edited;
  return (
    <>
      {lines.length > 0 ? (
        <Button look="quiet" size="compact" name="do" value={`clear:${key}`}>
          Clear<span className="sr-only"> {day.title}</span>
        </Button>
      ) : null}
      {day.usual && !isUsual ? (
        <Button look="quiet" size="compact" name="do" value={`usual:${key}`}>
          Back to usual hours<span className="sr-only"> on {day.title}</span>
        </Button>
      ) : null}
      <CopyDay day={day} days={days} />
    </>
  );
}

function CopyDay({ day, days }: Pick<DayToolsProps, "day" | "days">) {
  const targets = days.filter((other) => other.key !== day.key && !other.isPast);
  if (targets.length === 0) return null;
  return (
    <details className="basis-full">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center rounded-full px-3 font-semibold text-primary-ink hover:bg-tint">
        Copy to other days<span className="sr-only"> from {day.title}</span>
      </summary>
      <fieldset className="mt-2 flex flex-wrap items-center gap-x-4">
        <legend className="sr-only">Copy {day.title} to</legend>
        {targets.map(({ key, short }) => (
          <label key={key} className="inline-flex min-h-11 items-center gap-2">
            <input type="checkbox" name={`copy.${day.key}`} value={key} className="size-5" />
            {short}
          </label>
        ))}
        <Button look="outline" size="compact" name="do" value={`copy:${day.key}`}>
          Copy<span className="sr-only"> {day.title}</span>
        </Button>
      </fieldset>
    </details>
  );
}
