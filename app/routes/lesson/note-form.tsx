import type { Booking } from "../../../worker/domain/booking.ts";
import { Card } from "../../components/card.tsx";
import { TextareaField } from "../../components/field.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";
import type { FormError } from "../../forms.ts";
import type { Typed } from "./act.ts";
import { MAX_NOTE } from "./forms.ts";
import { QuestionForm } from "./question-form.tsx";

interface NoteFormProps {
  lesson: Booking;
  idempotencyKey: string;
  typed: Typed | null;
  error: FormError | null;
}

/** What the instructor writes down for themselves. */
export function NoteForm({ lesson, idempotencyKey, typed, error }: NoteFormProps) {
  return (
    <Card className="mt-4">
      <QuestionForm version={lesson.version} idempotencyKey={idempotencyKey} error={error}>
        <TextareaField
          name="instructor_note"
          label="Your note"
          hint="Only you see it. What to go on with next time, for example."
          maxLength={MAX_NOTE}
          defaultValue={typed?.note ?? lesson.instructorNote ?? ""}
          error={error}
        />
        <SubmitButton look="outline" intent="note" busy="Saving …">
          Save note
        </SubmitButton>
      </QuestionForm>
    </Card>
  );
}
