import type { Booking } from "../../../worker/domain/booking.ts";
import type { LessonRole } from "../../../worker/domain/booking-moves.ts";
import type { CancellationFee } from "../../../worker/domain/cancellation.ts";
import { formatMoment, formatMoney } from "../../../worker/domain/format.ts";
import { Alert } from "../../components/alert.tsx";
import { FieldMessage, fieldId, TextareaField } from "../../components/field.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";
import type { FormError } from "../../forms.ts";
import { timeLeft } from "../../wait.ts";
import type { Typed } from "./act.ts";
import { MAX_REASON, REASONS } from "./forms.ts";
import { QuestionForm } from "./question-form.tsx";

interface CancelQuestionProps {
  lesson: Booking;
  fee: CancellationFee;
  viewer: { zone: string; role: LessonRole };
  now: number;
  idempotencyKey: string;
  typed: Typed | null;
  error: FormError | null;
}

/** What cancelling costs now, and why it is done. */
export function CancelQuestion(props: CancelQuestionProps) {
  const { lesson, idempotencyKey, typed, error } = props;
  return (
    <QuestionForm version={lesson.version} idempotencyKey={idempotencyKey} error={error}>
      <Fee {...props} />
      <Reasons chosen={typed?.reason ?? null} error={error} />
      <TextareaField
        name="other"
        label="In your own words, for another reason"
        hint="The other person reads it."
        maxLength={MAX_REASON}
        rows={2}
        defaultValue={typed?.other ?? ""}
        error={error}
      />
      <SubmitButton look="danger" intent="cancel" busy="Cancelling …">
        Cancel this lesson
      </SubmitButton>
    </QuestionForm>
  );
}

function Fee({ lesson, fee, viewer, now }: CancelQuestionProps) {
  const left = `The lesson starts in ${timeLeft(lesson.startAt - now)}.`;
  if (viewer.role !== "student") {
    return (
      <Alert kind="info" title="The student pays nothing">
        {left} {lesson.student.displayName} is told by mail.
      </Alert>
    );
  }
  const { feePercent, feeCents, deadlineFreeAt } = fee;
  const deadline = formatMoment(deadlineFreeAt, viewer.zone);
  if (feePercent === 0) {
    return (
      <Alert kind="info" title="Cancelling is free now">
        {left} It is free until {deadline}.
      </Alert>
    );
  }
  return (
    <Alert kind="warning" title={`Cancelling now costs ${formatMoney(feeCents)}`}>
      {left} That is {feePercent} % of the price; it was free until {deadline}.
    </Alert>
  );
}

function Reasons({ chosen, error }: { chosen: string | null; error: FormError | null }) {
  const message = error?.fields.find(({ name }) => name === "reason")?.message;
  return (
    <fieldset aria-describedby={message ? `${fieldId("reason")}-error` : undefined}>
      <legend className="mb-2 font-medium">Why?</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {[...Object.entries(REASONS), ["other", "Another reason"]].map(([value, label], index) => (
          <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="radio"
              id={index === 0 ? fieldId("reason") : undefined}
              name="reason"
              value={value}
              defaultChecked={chosen === value}
              required
              className="size-5 accent-primary"
            />
            {label}
          </label>
        ))}
      </div>
      <FieldMessage name="reason" message={message} />
    </fieldset>
  );
}
