import { Link } from "@remix-run/react";
import { formatDate, partsOfDate } from "../../worker/domain/format.ts";
import { type FreeDay, onePerHour } from "../free-days.ts";
import { onArrowKeys } from "./arrow-keys.ts";
import { StartLink, TooShortNote } from "./start-link.tsx";

interface AvailabilityGridProps {
  days: FreeDay[];
  zone: string;
  durationMinutes: number;
  toStart: (at: number) => string;
  /** Where every start of one day can be seen. */
  toDay: (date: string) => string;
}

/** Seven days of free time, one start for each hour: columns on a wide screen, rows on a phone. */
export function AvailabilityGrid({
  days,
  zone,
  durationMinutes,
  toStart,
  toDay,
}: AvailabilityGridProps) {
  const hourly = days.map(({ date, starts }) => ({ date, starts: onePerHour(starts, zone) }));
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are the controls; this only moves between them. */}
      <div onKeyDown={onArrowKeys}>
        <ol className="grid gap-4 md:grid-cols-7 md:gap-2">
          {hourly.map(({ date, starts }) => (
            <li key={date} data-day className="min-w-0">
              <DayHeading date={date} allTimes={starts.length > 0 ? toDay(date) : null} />
              {starts.length === 0 ? (
                <p className="py-2 text-sm text-ink-soft md:text-center">No free time</p>
              ) : (
                <ul className="grid grid-cols-3 gap-2 min-[420px]:grid-cols-4 md:grid-cols-1">
                  {starts.map((start) => (
                    <li key={start.at}>
                      <StartLink start={start} zone={zone} to={toStart(start.at)} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      </div>
      <TooShortNote
        starts={hourly.flatMap(({ starts }) => starts)}
        durationMinutes={durationMinutes}
      />
    </>
  );
}

/** The day, and the way to all of its starts. */
function DayHeading({ date, allTimes }: { date: string; allTimes: string | null }) {
  const { weekday, month, day } = partsOfDate(date);
  return (
    <div className="mb-2 flex items-center justify-between border-b border-line md:flex-col">
      <h3 className="flex gap-1.5 py-2 font-semibold md:flex-col md:items-center md:gap-0 md:pb-0">
        <span className="md:text-sm md:font-normal md:text-ink-soft">{weekday.slice(0, 3)}</span>
        <span>
          {month.slice(0, 3)} {day}
        </span>
      </h3>
      {allTimes ? (
        <Link
          to={allTimes}
          className="inline-flex min-h-11 items-center text-sm text-primary-ink underline"
        >
          All times<span className="sr-only"> on {formatDate(date)}</span>
        </Link>
      ) : (
        <span className="min-h-11" />
      )}
    </div>
  );
}
