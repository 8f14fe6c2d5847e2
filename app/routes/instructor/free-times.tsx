import { addDays } from "../../../worker/domain/local-time.ts";
import type { FreeTime, NextSlot } from "../../../worker/services/availability.ts";
import { AvailabilityGrid } from "../../components/availability-grid.tsx";
import { ButtonLink } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { WeekNav } from "../../components/week-nav.tsx";
import { formatDate, formatDuration, formatMoment, zoneLabel } from "../../format.ts";
import { toFreeDays } from "../../free-days.ts";
import { toBookPath } from "../book/draft.ts";
import type { Choice } from "./choice.ts";

interface FreeTimesProps {
  instructorId: string;
  choice: Choice;
  week: FreeTime;
  days: number;
  next: NextSlot | null;
  toWeek: (from: string) => string;
  weeks: { previous: string | null; next: string | null };
}

/** A week of real free times for the chosen lesson. */
export function FreeTimes({
  instructorId,
  choice,
  week,
  days,
  next,
  toWeek,
  weeks,
}: FreeTimesProps) {
  const { durationMinutes, offering } = choice;
  const shown = toFreeDays({ ...week, zone: week.timezone, days, durationMinutes });
  const hasAny = shown.some(({ starts }) => starts.length > 0);
  const lesson = { offeringId: offering.id, durationMinutes };
  const label = `${formatDate(week.from)} – ${formatDate(addDays(week.from, days - 1))}`;
  return (
    <section aria-labelledby="free-times">
      <h2 id="free-times" className="text-2xl font-bold tracking-tight">
        Free times
      </h2>
      <p className="mt-1 mb-4 text-ink-soft">
        For {offering.service.name}, {formatDuration(durationMinutes)}. All times in{" "}
        {zoneLabel(week.timezone)}.
      </p>
      <div className="rounded-2xl border border-line bg-surface p-4">
        <WeekNav
          label={label}
          previous={weeks.previous && toWeek(weeks.previous)}
          next={weeks.next && toWeek(weeks.next)}
        />
        <div className="mt-4">
          {hasAny ? (
            <AvailabilityGrid
              days={shown}
              zone={week.timezone}
              durationMinutes={durationMinutes}
              toStart={(startAt) => toBookPath(instructorId, { ...lesson, startAt })}
              toDay={(date) => toBookPath(instructorId, { ...lesson, date })}
            />
          ) : (
            <NoFreeTime next={next} durationMinutes={durationMinutes} toWeek={toWeek} />
          )}
        </div>
      </div>
    </section>
  );
}

function NoFreeTime({
  next,
  durationMinutes,
  toWeek,
}: Pick<FreeTimesProps, "next" | "toWeek"> & { durationMinutes: number }) {
  return (
    <EmptyState icon="calendar" title="No free time in these seven days">
      {next ? (
        <ButtonLink look="outline" to={toWeek(next.date)} preventScrollReset>
          Next available: {formatMoment(next.startAt, next.timezone)}
        </ButtonLink>
      ) : (
        <p className="text-ink-soft">
          Nor is there a free time for {formatDuration(durationMinutes)} in the next three months.
        </p>
      )}
    </EmptyState>
  );
}
