import type { Offering } from "../../worker/domain/catalog.ts";
import { formatDuration, placesLabel, wordLabel } from "../../worker/domain/format.ts";
import { priceCents } from "../../worker/domain/pricing.ts";
import { ChoicePills } from "./choice-pills.tsx";
import { Money } from "./money.tsx";

interface OfferingListProps {
  offerings: Offering[];
  chosen: { offeringId: string | null; durationMinutes: number | null };
  toLesson: (offering: Offering, durationMinutes: number) => string;
}

/** What somebody teaches: each offering with its lengths and prices to choose from. */
export function OfferingList({ offerings, chosen, toLesson }: OfferingListProps) {
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
          <p className="mt-1 mb-3 text-sm text-ink-soft">{factsOf(offering)}</p>
          <LengthPills
            offering={offering}
            chosen={chosen.offeringId === offering.id ? chosen.durationMinutes : null}
            toLength={(minutes) => toLesson(offering, minutes)}
          />
        </li>
      ))}
    </ul>
  );
}

interface LengthPillsProps {
  offering: Offering;
  chosen: number | null;
  toLength: (minutes: number) => string;
  /** The pills stand alone, as the chooser of a view of the same page. */
  isChooser?: boolean;
}

/** The lengths of an offering, each with its price. */
export function LengthPills({ offering, chosen, toLength, isChooser = false }: LengthPillsProps) {
  return (
    <ChoicePills
      label={isChooser ? "Length" : `Lengths of ${offering.service.name} lessons`}
      isLabelShown={isChooser}
      keepScroll={isChooser}
      choices={offering.durationOptions.map((minutes) => ({
        key: minutes,
        to: toLength(minutes),
        isChosen: minutes === chosen,
        children: (
          <>
            {formatDuration(minutes)}
            <strong>
              <Money cents={priceCents(offering.hourlyRateCents, minutes)} />
            </strong>
          </>
        ),
      }))}
    />
  );
}

function factsOf({ locationTypes, levels, audiences }: Offering): string {
  const words = [levels, audiences].map((list) => list.map(wordLabel).join(", "));
  return [placesLabel(locationTypes), ...words].filter(Boolean).join(" · ");
}
