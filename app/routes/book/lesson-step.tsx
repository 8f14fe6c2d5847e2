import type { BookingDraft } from "../../../worker/domain/booking-draft.ts";
import type { Offering, PublicInstructor } from "../../../worker/domain/catalog.ts";
import { toBookPath } from "../../book-path.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { OfferingList } from "../../components/offering-list.tsx";
import { chosenFirst } from "./draft.ts";

interface LessonStepProps {
  instructor: PublicInstructor;
  draft: BookingDraft;
}

/** What to learn and for how long. */
export function LessonStep({ instructor, draft }: LessonStepProps) {
  const toLesson = (offering: Offering, durationMinutes: number) =>
    toBookPath(instructor.id, { offeringId: offering.id, durationMinutes });
  return (
    <section aria-labelledby="step">
      <h2 id="step" className="mb-4 text-xl font-semibold">
        Which lesson, and how long?
      </h2>
      {instructor.offerings.length > 0 ? (
        <OfferingList
          offerings={chosenFirst(draft, instructor.offerings)}
          chosen={draft}
          toLesson={toLesson}
        />
      ) : (
        <EmptyState
          icon="calendar"
          title={`${instructor.displayName} offers no lessons at the moment`}
        />
      )}
    </section>
  );
}
