import { Form } from "@remix-run/react";
import { Badge } from "../../components/badge.tsx";
import { Card } from "../../components/card.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";
import type { FormError } from "../../forms.ts";

interface EmailCardProps {
  person: { email: string; isEmailVerified: boolean };
  error: FormError | null;
}

/** The address and whether it is confirmed; asks for it quietly and never insists. */
export function EmailCard({ person, error }: EmailCardProps) {
  return (
    <Card as="section" labelledBy="email">
      <h2 id="email" className="mb-3 text-xl font-semibold">
        E-mail address
      </h2>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="min-w-0 break-all">{person.email}</span>
        {person.isEmailVerified ? (
          <Badge kind="success" icon="check">
            Confirmed
          </Badge>
        ) : (
          <Badge kind="warning" icon="alert">
            Not confirmed
          </Badge>
        )}
      </p>
      {person.isEmailVerified ? null : (
        <Form method="post" action="/account" className="mt-4 grid justify-items-start gap-4">
          <ErrorSummary error={error} />
          <p className="text-ink-soft">
            We have sent you a mail with a link. Please open it, so that mail about your lessons
            surely reaches you. You can book in the meantime.
          </p>
          <SubmitButton intent="mail" look="outline" busy="Sending …">
            Send the mail again
          </SubmitButton>
        </Form>
      )}
    </Card>
  );
}
