import type { BookingDraft } from "../../../worker/domain/booking-draft.ts";
import type { PublicInstructor } from "../../../worker/domain/catalog.ts";
import { zoneLabel } from "../../../worker/domain/format.ts";
import type { FreeTime, NextSlot } from "../../../worker/services/availability.ts";
import { toBookPath } from "../../book-path.ts";
import { Card } from "../../components/card.tsx";
import { WeekPicker } from "../../components/week-picker.tsx";

interface TimeStepProps {
  instructor: PublicInstructor;
  draft: BookingDraft;
  /** The day being looked at; null for the first that will do. */
  date: string | null;
  week: FreeTime;
  next: NextSlot | null;
  weeks: { previous: string | null; next: string | null };
}

/** When: every start inside the instructor's free time. */
export function TimeStep({ instructor, draft, ...times }: TimeStepProps) {
  return (
    <section aria-labelledby="step">
      <h2 id="step" className="text-xl font-semibold">
        When?
      </h2>
      <p className="mt-1 mb-4 text-ink-soft">All times in {zoneLabel(times.week.timezone)}.</p>
      <Card>
        <WeekPicker
          {...times}
          chosenAt={draft.startAt}
          durationMinutes={draft.durationMinutes ?? 0}
          toDay={(date) => toBookPath(instructor.id, { date, step: "time" })}
          toStart={(startAt) => toBookPath(instructor.id, { startAt })}
        />
      </Card>
    </section>
  );
}
