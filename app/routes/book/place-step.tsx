import { Form } from "@remix-run/react";
import type { LocationType, PublicInstructor } from "../../../worker/domain/catalog.ts";
import { placeLabel } from "../../../worker/domain/format.ts";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Field, TextareaField } from "../../components/field.tsx";
import { invalidForm } from "../../forms.ts";
import {
  chosenOffering,
  type Draft,
  MAX_DETAIL,
  MAX_NOTE,
  needsDetail,
  toDraftFields,
} from "./draft.ts";

interface PlaceStepProps {
  instructor: PublicInstructor;
  draft: Draft;
}

const ANSWERED_HERE = ["place", "detail", "note", "step"];

/** Where, and what the instructor should know. Sent as part of the address, like the steps before. */
export function PlaceStep({ instructor, draft }: PlaceStepProps) {
  const places = chosenOffering(draft, instructor.offerings)?.locationTypes ?? [];
  const chosen =
    places.find((place) => place === draft.place) ?? (places.length === 1 ? places[0] : null);
  const error = findError(draft, places);
  const kept = toDraftFields(draft).filter(([name]) => !ANSWERED_HERE.includes(name));
  return (
    <Form action={`/instructors/${instructor.id}/book`} className="place-form" noValidate>
      <ErrorSummary error={error} />
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Card className="grid gap-6">
        <fieldset>
          <legend className="mb-3 text-xl font-semibold">Where?</legend>
          <div className="grid gap-2">
            {places.map((place) => (
              <PlaceOption key={place} place={place} isChosen={place === chosen} />
            ))}
          </div>
        </fieldset>
        {places.some(needsDetail) ? (
          <Field
            className="place-detail"
            name="detail"
            label="Address or meeting point"
            hint="Only your instructor sees it."
            autoComplete="street-address"
            maxLength={MAX_DETAIL}
            defaultValue={draft.detail}
            required
            error={error}
          />
        ) : null}
        <TextareaField
          name="note"
          label="Note for your instructor"
          hint="Your level, what you would like to work on, how to find you."
          maxLength={MAX_NOTE}
          defaultValue={draft.note}
        />
        <Button look="main" className="justify-self-stretch sm:justify-self-start">
          Continue to review
        </Button>
      </Card>
    </Form>
  );
}

function PlaceOption({ place, isChosen }: { place: LocationType; isChosen: boolean }) {
  return (
    <label className="flex min-h-12 cursor-pointer items-center gap-3 rounded-xl border border-line-strong px-4 has-checked:border-primary-ink has-checked:bg-tint">
      <input
        type="radio"
        name="place"
        value={place}
        defaultChecked={isChosen}
        data-needs-detail={needsDetail(place) ? true : undefined}
        required
        className="size-5 accent-primary"
      />
      {placeLabel(place)}
    </label>
  );
}

/** Something is wrong only once the form was sent, which is when a place stands in the address. */
function findError({ place, detail, step }: Draft, places: LocationType[]) {
  if (!place || step === "place") return null;
  if (!places.includes(place)) {
    return invalidForm([
      { name: "place", message: "This lesson is not taught at that kind of place." },
    ]);
  }
  if (!needsDetail(place) || detail) return null;
  return invalidForm([{ name: "detail", message: "Enter an address or a meeting point." }]);
}
