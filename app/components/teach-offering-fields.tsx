import { AUDIENCES, LEVELS, LOCATION_TYPES, type Offering } from "../../worker/domain/catalog.ts";
import { formatDuration, placeLabel, wordLabel } from "../../worker/domain/format.ts";
import type { FormError } from "../forms.ts";
import { Field, TextareaField } from "./field.tsx";
import { CheckGroup } from "./teach-check-group.tsx";

/** Rule: lessons last 15 to 240 minutes, in quarters of an hour. */
const DURATIONS = Array.from({ length: 16 }, (_, index) => (index + 1) * 15);

/** What a form says of an offering, as text. */
export interface OfferingText {
  rate: string;
  durations: string[];
  location_types: string[];
  levels: string[];
  audiences: string[];
  description: string;
}

interface OfferingFieldsProps {
  isOnlineCapable: boolean;
  /** What was sent and refused, or what is there; null for a new one. */
  values: OfferingText | null;
  error: FormError | null;
}

export function OfferingFields({ isOnlineCapable, values, error }: OfferingFieldsProps) {
  const places = LOCATION_TYPES.filter((type) => type !== "online" || isOnlineCapable);
  return (
    <div className="grid gap-6">
      <Field
        name="rate"
        label="Price per hour, in dollars"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={values?.rate ?? ""}
        hint="$1 to $1,000. Shorter and longer lessons cost their part of it."
        required
        error={error}
        className="max-w-xs"
      />
      <CheckGroup
        name="durations"
        label="Lengths of a lesson"
        hint="1 to 6 of them."
        choices={DURATIONS.map((minutes) => ({
          value: String(minutes),
          label: formatDuration(minutes),
        }))}
        chosen={values?.durations ?? ["60"]}
        error={error}
      />
      <CheckGroup
        name="location_types"
        label="Where lessons take place"
        hint={isOnlineCapable ? undefined : "This service cannot be taught online."}
        choices={places.map((value) => ({ value, label: placeLabel(value, "instructor") }))}
        chosen={values?.location_types ?? []}
        error={error}
      />
      <CheckGroup
        name="audiences"
        label="For whom"
        isOptional
        choices={AUDIENCES.map((value) => ({ value, label: wordLabel(value) }))}
        chosen={values?.audiences ?? []}
        error={error}
      />
      <CheckGroup
        name="levels"
        label="Levels"
        isOptional
        choices={LEVELS.map((value) => ({ value, label: wordLabel(value) }))}
        chosen={values?.levels ?? []}
        error={error}
      />
      <TextareaField
        name="description"
        label="Description"
        hint="What a lesson is like. At most 500 characters."
        defaultValue={values?.description ?? ""}
        error={error}
      />
    </div>
  );
}

/** An offering as its form shows it. */
export function toOfferingText(offering: Offering): OfferingText {
  const { hourlyRateCents, durationOptions, levels, audiences, description } = offering;
  const cents = hourlyRateCents % 100;
  const dollars = String(Math.trunc(hourlyRateCents / 100));
  return {
    rate: cents === 0 ? dollars : `${dollars}.${String(cents).padStart(2, "0")}`,
    durations: durationOptions.map(String),
    location_types: offering.locationTypes,
    levels,
    audiences,
    description,
  };
}
