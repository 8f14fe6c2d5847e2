import { Form } from "@remix-run/react";
import type { BookingDraft } from "../../../worker/domain/booking-draft.ts";
import type { LocationType, PublicInstructor } from "../../../worker/domain/catalog.ts";
import { placeLabel } from "../../../worker/domain/format.ts";
import { toBookPath } from "../../book-path.ts";
import { Card } from "../../components/card.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Field, FieldMessage, fieldId, TextareaField } from "../../components/field.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";
import type { FormError } from "../../forms.ts";
import { chosenOffering, needsDetail } from "./draft.ts";
import { MAX_DETAIL, MAX_NOTE } from "./place-form.ts";

interface PlaceStepProps {
  instructor: PublicInstructor;
  draft: BookingDraft;
  /** What was sent and is not right, as it was typed. */
  typed: { place: string; detail: string; note: string } | null;
  error: FormError | null;
}

/** Where, and what the instructor should know. */
export function PlaceStep({ instructor, draft, typed, error }: PlaceStepProps) {
  const places = chosenOffering(draft, instructor.offerings)?.locationTypes ?? [];
  const wanted = typed ? typed.place : draft.locationType;
  const chosen =
    places.find((place) => place === wanted) ?? (places.length === 1 ? places[0] : null);
  const message = error?.fields.find(({ name }) => name === "place")?.message;
  return (
    <Form
      method="post"
      action={toBookPath(instructor.id, { step: "place" })}
      className="place-form"
      noValidate
    >
      <ErrorSummary error={error} />
      <Card className="grid gap-6">
        <fieldset aria-describedby={message ? `${fieldId("place")}-error` : undefined}>
          <legend className="mb-3 text-xl font-semibold">Where?</legend>
          <div className="grid gap-2">
            {places.map((place, index) => (
              <PlaceOption
                key={place}
                id={index === 0 ? fieldId("place") : undefined}
                place={place}
                isChosen={place === chosen}
              />
            ))}
          </div>
          <FieldMessage name="place" message={message} />
        </fieldset>
        {places.some(needsDetail) ? (
          <Field
            className="place-detail"
            name="detail"
            label="Address or meeting point"
            hint="Only your instructor sees it."
            autoComplete="street-address"
            maxLength={MAX_DETAIL}
            defaultValue={typed?.detail ?? draft.locationDetail}
            required
            error={error}
          />
        ) : null}
        <TextareaField
          name="note"
          label="Note for your instructor"
          hint="Your level, what you would like to work on, how to find you."
          maxLength={MAX_NOTE}
          defaultValue={typed?.note ?? draft.studentNote}
          error={error}
        />
        <SubmitButton look="main" intent="place" busy="Saving …">
          Continue to review
        </SubmitButton>
      </Card>
    </Form>
  );
}

interface PlaceOptionProps {
  id: string | undefined;
  place: LocationType;
  isChosen: boolean;
}

function PlaceOption({ id, place, isChosen }: PlaceOptionProps) {
  return (
    <label className="flex min-h-12 cursor-pointer items-center gap-3 rounded-xl border border-line-strong px-4 has-checked:border-primary-ink has-checked:bg-tint">
      <input
        type="radio"
        id={id}
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
