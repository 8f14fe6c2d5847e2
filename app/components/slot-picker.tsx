import { Link } from "@remix-run/react";
import { partsOfDate, plural } from "../../worker/domain/format.ts";
import { byPartOfDay, type FreeDay } from "../free-days.ts";
import { onArrowKeys } from "./arrow-keys.ts";
import { StartLink, TooShortNote } from "./start-link.tsx";

interface SlotPickerProps {
  days: FreeDay[];
  chosenDate: string;
  chosenAt: number | null;
  zone: string;
  durationMinutes: number;
  toDay: (date: string) => string;
  toStart: (at: number) => string;
}

/** A strip of days and every start of the chosen one. */
export function SlotPicker({
  days,
  chosenDate,
  chosenAt,
  zone,
  durationMinutes,
  toDay,
  toStart,
}: SlotPickerProps) {
  const starts = days.find(({ date }) => date === chosenDate)?.starts ?? [];
  return (
    <>
      <ul className="grid grid-cols-7 gap-1 sm:gap-2" aria-label="Days">
        {days.map((day) => (
          <li key={day.date}>
            <DayLink day={day} to={toDay(day.date)} isChosen={day.date === chosenDate} />
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are the controls; this only moves between them. */}
      <div data-day onKeyDown={onArrowKeys} className="mt-5 grid gap-5">
        {byPartOfDay(starts, zone).map(([part, list]) => (
          <section key={part} aria-label={part}>
            <h3 className="mb-2 font-semibold">{part}</h3>
            <ul className="grid grid-cols-3 gap-2 min-[420px]:grid-cols-4 sm:grid-cols-6">
              {list.map((start) => (
                <li key={start.at}>
                  <StartLink
                    start={start}
                    zone={zone}
                    to={toStart(start.at)}
                    isChosen={start.at === chosenAt}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {starts.length === 0 ? (
          <p className="py-4 text-ink-soft">No free time on this day.</p>
        ) : null}
      </div>
      <TooShortNote starts={starts} durationMinutes={durationMinutes} />
    </>
  );
}

interface DayLinkProps {
  day: FreeDay;
  to: string;
  isChosen: boolean;
}

function DayLink({ day: { date, starts }, to, isChosen }: DayLinkProps) {
  const { weekday, month, day } = partsOfDate(date);
  const count = starts.filter(({ isFitting }) => isFitting).length;
  return (
    <Link
      to={to}
      preventScrollReset
      aria-current={isChosen ? "date" : undefined}
      className={`flex min-h-16 flex-col items-center justify-center rounded-xl border p-1 text-center hover:bg-tint aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary ${
        count > 0 ? "border-line-strong font-semibold" : "border-dashed border-line text-ink-soft"
      }`}
    >
      <span className="text-xs font-normal">{weekday.slice(0, 3)}</span>
      <span>{day}</span>
      <span className="sr-only">
        {month}, {count > 0 ? plural(count, "start") : "nothing free"}
      </span>
    </Link>
  );
}
