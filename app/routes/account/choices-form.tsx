import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Card } from "../../components/card.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";
import type { FormError } from "../../forms.ts";

interface ChoicesFormProps {
  choices: { isMeasuringDeclined: boolean; clearsSearches: boolean };
  error: FormError | null;
}

export function ChoicesForm({ choices, error }: ChoicesFormProps) {
  return (
    <Card as="section" labelledBy="choices">
      <h2 id="choices" className="mb-4 text-xl font-semibold">
        Your choices
      </h2>
      <Form method="post" action="/account/privacy">
        <ErrorSummary error={error} />
        <div className="mb-5 grid gap-4">
          <Choice name="measured" isOn={!choices.isMeasuringDeclined} label="Measure my searches">
            Helps us to see what people look for and do not find. Where your browser sends “Global
            Privacy Control” or “Do Not Track”, nothing is measured in any case.
          </Choice>
          <Choice
            name="clear_searches"
            isOn={choices.clearsSearches}
            label="Clear my searches when I sign out"
          >
            Your recent searches are then gone from the first page.
          </Choice>
        </div>
        <SubmitButton intent="choices" busy="Saving …">
          Save choices
        </SubmitButton>
      </Form>
    </Card>
  );
}

interface ChoiceProps {
  name: string;
  isOn: boolean;
  label: string;
  children: ReactNode;
}

function Choice({ name, isOn, label, children }: ChoiceProps) {
  return (
    <div className="flex gap-3">
      <input
        type="checkbox"
        id={name}
        name={name}
        value="yes"
        defaultChecked={isOn}
        aria-describedby={`${name}-hint`}
        className="mt-2.5 size-6 shrink-0 accent-primary"
      />
      <div>
        <label htmlFor={name} className="inline-flex min-h-11 items-center font-medium">
          {label}
        </label>
        <p id={`${name}-hint`} className="text-sm text-ink-soft">
          {children}
        </p>
      </div>
    </div>
  );
}
