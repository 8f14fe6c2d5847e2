import type { PastInstructor } from "../../../db/repositories/own-lessons.ts";
import { ButtonLink } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { DateTime } from "../../components/date-time.tsx";

/** Those who have taught whoever is signed in last; each leads to that service's free times. */
export function BookAgain({ instructors, zone }: { instructors: PastInstructor[]; zone: string }) {
  return (
    <section aria-labelledby="book-again" className="mt-10">
      <h2 id="book-again" className="text-2xl font-bold tracking-tight">
        Book again
      </h2>
      <ul className="mt-3 grid gap-4 md:grid-cols-3">
        {instructors.map(({ instructorId, displayName, serviceSlug, serviceName, lastAt }) => (
          <Card as="li" key={instructorId} className="flex flex-col items-start gap-3">
            <div>
              <h3 className="text-lg font-semibold">
                {serviceName} with {displayName}
              </h3>
              <p className="text-ink-soft">
                Last lesson: <DateTime at={lastAt} zone={zone} show="date" />
              </p>
            </div>
            <ButtonLink
              look="outline"
              className="mt-auto"
              to={`/instructors/${instructorId}?service=${serviceSlug}`}
            >
              See free times<span className="sr-only"> of {displayName}</span>
            </ButtonLink>
          </Card>
        ))}
      </ul>
    </section>
  );
}
