import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";
import type { FormError } from "../../../forms.ts";
import type { Step } from "./steps.ts";

interface StepFormProps {
  step: Step;
  error: FormError | null;
  /** A way on, within what is told to be wrong. */
  remedy?: ReactNode;
  button: string;
  children: ReactNode;
}

/** The form of one step; what it says is saved before the next one opens. */
export function StepForm({ step, error, remedy, button, children }: StepFormProps) {
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="step" value={step} />
      <ErrorSummary error={error}>{remedy}</ErrorSummary>
      {children}
      <div className="mt-6">
        <SubmitButton look="main" intent="save" busy="Saving …">
          {button}
        </SubmitButton>
      </div>
    </Form>
  );
}
