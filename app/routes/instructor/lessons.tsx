import type { Offering } from "../../../worker/domain/catalog.ts";
import { OfferingList } from "../../components/offering-list.tsx";
import type { Choice } from "./choice.ts";

interface LessonsProps {
  offerings: Offering[];
  choice: Choice;
  toLesson: (offering: Offering, durationMinutes: number) => string;
}

/** The offerings; choosing a length shows the times at which it fits. */
export function Lessons({ offerings, choice, toLesson }: LessonsProps) {
  const chosen = { offeringId: choice.offering.id, durationMinutes: choice.durationMinutes };
  return (
    <section aria-labelledby="lessons">
      <h2 id="lessons" className="mb-4 text-2xl font-bold tracking-tight">
        Lessons and prices
      </h2>
      <OfferingList offerings={offerings} chosen={chosen} toLesson={toLesson} keepScroll />
    </section>
  );
}
