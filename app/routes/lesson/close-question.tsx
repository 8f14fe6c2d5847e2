import type { Booking } from "../../../worker/domain/booking.ts";
import { SubmitButton } from "../../components/submit-button.tsx";
import type { FormError } from "../../forms.ts";
import { QuestionForm } from "./question-form.tsx";

interface CloseQuestionProps {
  lesson: Booking;
  move: "complete" | "no_show";
  idempotencyKey: string;
  error: FormError | null;
}

/** How a lesson ended. */
export function CloseQuestion({ lesson, move, idempotencyKey, error }: CloseQuestionProps) {
  const { displayName } = lesson.student;
  return (
    <QuestionForm version={lesson.version} idempotencyKey={idempotencyKey} error={error}>
      <p>
        {move === "complete"
          ? `${displayName} came, and the lesson took place.`
          : `${displayName} did not come. You can put this right for 24 hours.`}
      </p>
      <SubmitButton look="primary" intent={move} busy="Saving …">
        {move === "complete" ? "Yes, it took place" : "Yes, nobody came"}
      </SubmitButton>
    </QuestionForm>
  );
}
