import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";
import { OfferingFields, type OfferingText } from "../../../components/teach-offering-fields.tsx";
import type { FormError } from "../../../forms.ts";

interface OfferingFormProps {
  isOnlineCapable: boolean;
  values: OfferingText | null;
  error: FormError | null;
  button: { intent: string; text: string };
  children?: ReactNode;
}

export function OfferingForm({ button, error, children, ...fields }: OfferingFormProps) {
  return (
    <Form method="post" noValidate>
      <ErrorSummary error={error} />
      {children}
      <OfferingFields {...fields} error={error} />
      <div className="mt-6">
        <SubmitButton look="main" intent={button.intent} busy="Saving …">
          {button.text}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** A sent form as it is shown again, also one that was cut short. */
export function toSentText(
  fields: Omit<OfferingText, "rate" | "description"> & {
    rate?: string | undefined;
    description?: string | undefined;
  },
): OfferingText {
  return { ...fields, rate: fields.rate ?? "", description: fields.description ?? "" };
}
