import { Alert } from "../../components/alert.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { LessonDialog } from "../../components/lesson-dialog.tsx";
import type { FormError } from "../../forms.ts";
import type { Typed } from "./act.ts";
import { CancelQuestion } from "./cancel-question.tsx";
import { CloseQuestion } from "./close-question.tsx";
import type { LessonData, Question } from "./load.ts";
import { RescheduleQuestion } from "./reschedule-question.tsx";

export const QUESTION_TITLES: Record<Question["move"], string> = {
  cancel: "Cancel this lesson?",
  reschedule: "Reschedule this lesson",
  complete: "Did the lesson take place?",
  no_show: "Did the student not come?",
};

interface QuestionDialogProps {
  data: LessonData;
  question: Question;
  typed: Typed | null;
  error: FormError | null;
}

/** The question of a move, or why there is none any more. */
export function QuestionDialog({ data, question, typed, error }: QuestionDialogProps) {
  const isOpen = question.refusal === null;
  return (
    <LessonDialog
      title={QUESTION_TITLES[question.move]}
      back={`/lessons/${data.lesson.id}`}
      backLabel={isOpen ? "Leave the lesson as it is" : "Back to the lesson"}
    >
      {isOpen ? (
        <OpenQuestion data={data} question={question} typed={typed} error={error} />
      ) : (
        <>
          <ErrorSummary error={error} />
          {error ? null : <Alert kind="warning" title={question.refusal ?? ""} />}
        </>
      )}
    </LessonDialog>
  );
}

function OpenQuestion({ data, question, typed, error }: QuestionDialogProps) {
  const { lesson, viewer, now, key } = data;
  const shared = { lesson, idempotencyKey: key, error };
  const { move, fee, times } = question;
  if (move === "cancel") {
    return <CancelQuestion {...shared} fee={fee} viewer={viewer} now={now} typed={typed} />;
  }
  if (move !== "reschedule") return <CloseQuestion {...shared} move={move} />;
  if (!times) {
    return <Alert kind="warning" title="This instructor gives no lessons at the moment." />;
  }
  return <RescheduleQuestion {...shared} times={times} viewerZone={viewer.zone} />;
}
