import { useEffect, useRef } from "react";
import type { Booking } from "../../../worker/domain/booking.ts";
import { formatMoment, zoneLabel } from "../../../worker/domain/format.ts";
import { localDateOf, toRfc3339 } from "../../../worker/domain/local-time.ts";
import { Alert } from "../../components/alert.tsx";
import { ButtonLink } from "../../components/button.tsx";
import { DateTime, OtherZone } from "../../components/date-time.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";
import { WeekPicker } from "../../components/week-picker.tsx";
import type { FormError } from "../../forms.ts";
import type { Times } from "./load.ts";
import { QuestionForm } from "./question-form.tsx";

interface RescheduleQuestionProps {
  lesson: Booking;
  times: Times;
  viewerZone: string;
  idempotencyKey: string;
  error: FormError | null;
}

/** To when: the picker of the booking pages, and the question whether to move it there. */
export function RescheduleQuestion(props: RescheduleQuestionProps) {
  const { lesson, times, error } = props;
  const { chosenAt } = times;
  const { timezone: zone } = times.week;
  return (
    <>
      {chosenAt === null ? (
        <>
          <ErrorSummary error={error} />
          <p>
            It is on <DateTime at={lesson.startAt} zone={zone} show="moment" /> now. Choose another
            start.
          </p>
        </>
      ) : (
        <MoveThere {...props} chosenAt={chosenAt} zone={zone} />
      )}
      <p className="mt-2 mb-4 text-ink-soft">All times in {zoneLabel(zone)}.</p>
      <WeekPicker
        {...times}
        chosenAt={chosenAt ?? lesson.startAt}
        durationMinutes={lesson.durationMinutes}
        toDay={(date) => toPath(lesson.id, { date })}
        toStart={(at) => toStartPath(lesson.id, at, zone)}
      />
    </>
  );
}

interface MoveThereProps extends RescheduleQuestionProps {
  chosenAt: number;
  zone: string;
}

/** The chosen start once more; the focus goes here. */
function MoveThere(props: MoveThereProps) {
  const { lesson, chosenAt, zone, viewerZone, idempotencyKey, error } = props;
  const ref = useRef<HTMLParagraphElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another start is another question.
  useEffect(() => ref.current?.focus(), [chosenAt]);
  const until = chosenAt + lesson.durationMinutes * 60_000;
  return (
    <QuestionForm
      version={lesson.version}
      idempotencyKey={idempotencyKey}
      error={error}
      remedy={<Others lessonId={lesson.id} starts={error?.alternatives ?? []} zone={zone} />}
    >
      <div ref={ref} tabIndex={-1}>
        <Alert kind="info" title={`Move it to ${formatMoment(chosenAt, zone)}?`}>
          It was on <DateTime at={lesson.startAt} zone={zone} show="moment" />.{" "}
          <OtherZone at={chosenAt} until={until} zone={viewerZone} own={zone} />
        </Alert>
      </div>
      <input type="hidden" name="start_at" value={toRfc3339(chosenAt)} />
      <SubmitButton look="main" intent="reschedule" busy="Moving …">
        Move the lesson
      </SubmitButton>
    </QuestionForm>
  );
}

function Others({ lessonId, starts, zone }: { lessonId: string; starts: number[]; zone: string }) {
  if (starts.length === 0) return null;
  return (
    <>
      <p>These are the nearest free times:</p>
      <ul className="my-3 flex flex-wrap gap-2">
        {starts.map((at) => (
          <li key={at}>
            <ButtonLink look="outline" preventScrollReset to={toStartPath(lessonId, at, zone)}>
              {formatMoment(at, zone)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </>
  );
}

function toStartPath(lessonId: string, at: number, zone: string): string {
  return toPath(lessonId, { date: localDateOf(at, zone), start_at: toRfc3339(at) });
}

function toPath(lessonId: string, params: Record<string, string>): string {
  return `/lessons/${lessonId}/reschedule?${new URLSearchParams(params)}`;
}
