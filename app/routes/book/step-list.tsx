import { Link } from "@remix-run/react";
import type { BookingDraft } from "../../../worker/domain/booking-draft.ts";
import type { PublicInstructor } from "../../../worker/domain/catalog.ts";
import { formatDuration, formatMoment, placeLabel } from "../../../worker/domain/format.ts";
import { STEPS, type Step, toBookPath } from "../../book-path.ts";
import { Icon } from "../../components/icon.tsx";
import { chosenOffering } from "./draft.ts";

const NAMES: Record<Step, string> = {
  lesson: "Lesson",
  time: "Time",
  place: "Place",
  review: "Review",
};

interface StepListProps {
  instructor: PublicInstructor;
  draft: BookingDraft;
  step: Step;
}

/** Where one is, what was chosen before, and the ways back to it. */
export function StepList({ instructor, draft, step }: StepListProps) {
  const here = STEPS.indexOf(step);
  const soFar = STEPS.slice(0, here).map((one) => choiceText(one, draft, instructor));
  return (
    <>
      <ol aria-label="Steps" className="mt-5 grid grid-cols-4 gap-3">
        {STEPS.map((one, index) => {
          const chosen = choiceText(one, draft, instructor);
          const isDone = index < here;
          return (
            <li
              key={one}
              aria-current={one === step ? "step" : undefined}
              className={`min-w-0 border-t-4 pt-2 text-sm ${index <= here ? "border-primary" : "border-line"}`}
            >
              <span
                className={`flex items-center gap-1 font-semibold ${index <= here ? "" : "text-ink-soft"}`}
              >
                {isDone ? (
                  <Icon name="check" className="hidden size-4 text-success sm:block" />
                ) : null}
                {NAMES[one]}
              </span>
              {isDone ? (
                <>
                  <span className="hidden text-ink-soft sm:block">{chosen}</span>
                  <Link
                    to={toBookPath(instructor.id, { step: one })}
                    className="inline-flex min-h-11 items-center text-primary-ink underline"
                  >
                    Change<span className="sr-only"> {NAMES[one].toLowerCase()}</span>
                  </Link>
                </>
              ) : null}
            </li>
          );
        })}
      </ol>
      {/* The columns of a phone are too narrow for it, and the review says it all anyway. */}
      {step === "review" ? null : (
        <p className="text-sm text-ink-soft sm:hidden">{soFar.join(" · ")}</p>
      )}
    </>
  );
}

function choiceText(
  step: Step,
  draft: BookingDraft,
  { offerings, timezone }: PublicInstructor,
): string {
  const offering = chosenOffering(draft, offerings);
  if (step === "lesson" && offering && draft.durationMinutes) {
    return `${offering.service.name}, ${formatDuration(draft.durationMinutes)}`;
  }
  if (step === "time" && draft.startAt !== null) return formatMoment(draft.startAt, timezone);
  return step === "place" && draft.locationType ? placeLabel(draft.locationType) : "";
}
