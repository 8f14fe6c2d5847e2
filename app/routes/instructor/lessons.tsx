import type { PublicInstructor } from "../../../worker/domain/catalog.ts";
import { OfferingList } from "../../components/offering-list.tsx";
import { type Choice, toProfilePath } from "./choice.ts";

interface LessonsProps {
  instructor: PublicInstructor;
  choice: Choice;
  /** The first day of the week on show. */
  from: string;
}

/** Every offering in full; choosing a length leads up to the times at which it fits. */
export function Lessons({ instructor, choice, from }: LessonsProps) {
  const chosen = { offeringId: choice.offering.id, durationMinutes: choice.durationMinutes };
  return (
    <section aria-labelledby="lessons">
      <h2 id="lessons" className="mb-4 text-2xl font-bold tracking-tight">
        Lessons and prices
      </h2>
      <OfferingList
        offerings={instructor.offerings}
        chosen={chosen}
        toLesson={(offering, durationMinutes) =>
          `${toProfilePath(instructor.id, { ...choice, offering, durationMinutes }, from)}#free-times`
        }
      />
    </section>
  );
}
