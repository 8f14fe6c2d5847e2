import { Link } from "@remix-run/react";
import { Icon } from "../../../components/icon.tsx";
import { STEPS, type Step, toStepPath } from "./steps.ts";

/** Those in which there is something to do. */
const NAMES: Partial<Record<Step, string>> = {
  about: "About you",
  areas: "Areas",
  services: "Services",
  hours: "Usual week",
};
const SHOWN = STEPS.filter((step) => NAMES[step]);

interface StepListProps {
  step: Step;
  /** The first that is not complete: up to it all are open. */
  openStep: Step;
}

/** How far somebody is, with the ways to all that is saved. */
export function StepList({ step, openStep }: StepListProps) {
  const open = STEPS.indexOf(openStep);
  return (
    <>
      <p className="mt-4 text-sm text-ink-soft">
        {step === "done"
          ? `All ${SHOWN.length} steps are done`
          : `Step ${SHOWN.indexOf(step) + 1} of ${SHOWN.length}`}
      </p>
      <ol aria-label="Steps" className="mt-2 grid grid-cols-4 gap-2 sm:gap-3">
        {SHOWN.map((one, index) => (
          <li
            key={one}
            aria-current={one === step ? "step" : undefined}
            className={`min-w-0 border-t-4 pt-1 text-xs sm:text-sm ${index < open || one === step ? "border-primary" : "border-line"}`}
          >
            {index <= open && one !== step ? (
              <Link
                to={toStepPath(one)}
                className="inline-flex min-h-11 w-full items-start gap-1 pt-1 text-primary-ink underline"
              >
                {index < open ? (
                  <Icon name="check" className="hidden size-4 text-success sm:block" />
                ) : null}
                {NAMES[one]}
              </Link>
            ) : (
              <span className={`block pt-1 ${one === step ? "font-semibold" : "text-ink-soft"}`}>
                {NAMES[one]}
              </span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
