import type { PublicInstructor } from "../../../worker/domain/catalog.ts";
import { formatDuration, formatMoment, zoneLabel } from "../../../worker/domain/format.ts";
import type { FreeTime, NextSlot } from "../../../worker/services/availability.ts";
import { toBookPath } from "../../book-path.ts";
import { AvailabilityGrid } from "../../components/availability-grid.tsx";
import { ButtonLink } from "../../components/button.tsx";
import { ChoicePills } from "../../components/choice-pills.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { LengthPills } from "../../components/offering-list.tsx";
import { WeekNav } from "../../components/week-nav.tsx";
import { toFreeDays } from "../../free-days.ts";
import { type Choice, lengthFor, toProfilePath } from "./choice.ts";

interface FreeTimesProps {
  instructor: PublicInstructor;
  choice: Choice;
  week: FreeTime;
  days: number;
  next: NextSlot | null;
  weeks: { previous: string | null; next: string | null };
}

/** A week of real free times for the chosen lesson, and the ways to choose another. */
export function FreeTimes({ instructor, choice, week, days, next, weeks }: FreeTimesProps) {
  const { durationMinutes, offering } = choice;
  const shown = toFreeDays({ ...week, zone: week.timezone, days, durationMinutes });
  const hasAny = shown.some(({ starts }) => starts.length > 0);
  const lesson = { offeringId: offering.id, durationMinutes };
  const toWeek = (from: string) => toProfilePath(instructor.id, choice, from);
  return (
    <section aria-labelledby="free-times">
      <h2 id="free-times" className="text-2xl font-bold tracking-tight">
        Free times
      </h2>
      <p className="mt-1 text-ink-soft">All times in {zoneLabel(week.timezone)}.</p>
      <LessonChooser instructor={instructor} choice={choice} from={week.from} />
      <div className="rounded-2xl border border-line bg-surface p-4">
        <WeekNav
          from={week.from}
          days={days}
          previous={weeks.previous && toWeek(weeks.previous)}
          next={weeks.next && toWeek(weeks.next)}
        />
        <div className="mt-4">
          {hasAny ? (
            <AvailabilityGrid
              days={shown}
              zone={week.timezone}
              durationMinutes={durationMinutes}
              toStart={(startAt) => toBookPath(instructor.id, { ...lesson, startAt })}
              toDay={(date) => toBookPath(instructor.id, { ...lesson, date })}
            />
          ) : (
            <NoFreeTime next={next} durationMinutes={durationMinutes} toWeek={toWeek} />
          )}
        </div>
      </div>
    </section>
  );
}

interface LessonChooserProps {
  instructor: PublicInstructor;
  choice: Choice;
  from: string;
}

function LessonChooser({ instructor: { id, offerings }, choice, from }: LessonChooserProps) {
  const { offering: chosen, durationMinutes } = choice;
  return (
    <div className="my-4 grid gap-3">
      {offerings.length > 1 ? (
        <ChoicePills
          label="Lesson"
          isLabelShown
          keepScroll
          choices={offerings.map((offering) => ({
            key: offering.id,
            to: toProfilePath(
              id,
              { ...choice, offering, durationMinutes: lengthFor(offering, durationMinutes) },
              from,
            ),
            isChosen: offering.id === chosen.id,
            children: offering.service.name,
          }))}
        />
      ) : null}
      <LengthPills
        offering={chosen}
        chosen={durationMinutes}
        toLength={(minutes) => toProfilePath(id, { ...choice, durationMinutes: minutes }, from)}
        isChooser
      />
    </div>
  );
}

interface NoFreeTimeProps {
  next: NextSlot | null;
  durationMinutes: number;
  toWeek: (from: string) => string;
}

function NoFreeTime({ next, durationMinutes, toWeek }: NoFreeTimeProps) {
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
