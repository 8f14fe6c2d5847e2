import type { Offering, PublicInstructor } from "../../../worker/domain/catalog.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { OfferingList } from "../../components/offering-list.tsx";
import { type Draft, toBookPath } from "./draft.ts";

interface LessonStepProps {
  instructor: PublicInstructor;
  draft: Draft;
}

/** What to learn and for how long. */
export function LessonStep({ instructor, draft }: LessonStepProps) {
  // A start chosen before may not fit another length, so it is looked at again.
  const toLesson = (offering: Offering, durationMinutes: number) =>
    toBookPath(instructor.id, {
      ...draft,
      offeringId: offering.id,
      durationMinutes,
      step: draft.startAt === null ? null : "time",
    });
  return (
    <section aria-labelledby="step">
      <h2 id="step" className="mb-4 text-xl font-semibold">
        Which lesson, and how long?
      </h2>
      {instructor.offerings.length > 0 ? (
        <OfferingList offerings={instructor.offerings} chosen={draft} toLesson={toLesson} />
      ) : (
        <EmptyState
          icon="calendar"
          title={`${instructor.displayName} offers no lessons at the moment`}
        />
      )}
    </section>
  );
}
