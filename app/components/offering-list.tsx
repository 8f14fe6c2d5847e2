import { Link } from "@remix-run/react";
import type { Offering } from "../../worker/domain/catalog.ts";
import { priceCents } from "../../worker/domain/pricing.ts";
import { formatDuration, placeLabel, wordLabel } from "../format.ts";
import { Money } from "./money.tsx";

interface OfferingListProps {
  offerings: Offering[];
  chosen: { offeringId: string | null; durationMinutes: number | null };
  toLesson: (offering: Offering, durationMinutes: number) => string;
  /** Where choosing one leads to another view of the same page. */
  keepScroll?: boolean;
}

/** What somebody teaches: each offering with its lengths and prices to choose from. */
export function OfferingList({
  offerings,
  chosen,
  toLesson,
  keepScroll = false,
}: OfferingListProps) {
  return (
    <ul className="grid gap-4">
      {offerings.map((offering) => (
        <li key={offering.id} className="rounded-2xl border border-line bg-surface p-4 sm:p-5">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h3 className="text-lg font-semibold">{offering.service.name}</h3>
            <p className="text-ink-soft">
              <Money cents={offering.hourlyRateCents} /> per hour
            </p>
          </div>
          {offering.description ? <p className="mt-1">{offering.description}</p> : null}
          <p className="mt-1 text-sm text-ink-soft">{factsOf(offering)}</p>
          <ul
            className="mt-3 flex flex-wrap gap-2"
            aria-label={`Lengths of ${offering.service.name} lessons`}
          >
            {offering.durationOptions.map((minutes) => (
              <li key={minutes}>
                <Link
                  to={toLesson(offering, minutes)}
                  preventScrollReset={keepScroll}
                  aria-current={isChosen(chosen, offering.id, minutes) ? "true" : undefined}
                  className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong px-4 hover:bg-tint aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
                >
                  {formatDuration(minutes)}
                  <span className="font-semibold">
                    <Money cents={priceCents(offering.hourlyRateCents, minutes)} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function isChosen(chosen: OfferingListProps["chosen"], offeringId: string, minutes: number) {
  return chosen.offeringId === offeringId && chosen.durationMinutes === minutes;
}

function factsOf({ locationTypes, levels, audiences }: Offering): string {
  const places = locationTypes.map((type) => placeLabel(type));
  return [places, levels.map(wordLabel), audiences.map(wordLabel)]
    .filter((list) => list.length > 0)
    .map((list) => list.join(", "))
    .join(" · ");
}
