import { Form } from "@remix-run/react";
import { Card } from "../../components/card.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Field } from "../../components/field.tsx";
import { NewPasswordField } from "../../components/new-password-field.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";
import { TextLink } from "../../components/text-link.tsx";
import type { FormError } from "../../forms.ts";

/** Asks for the old password, as whoever finds an open browser does not know it. */
export function PasswordForm({ error }: { error: FormError | null }) {
  return (
    <Card as="section" labelledBy="password">
      <h2 id="password" className="mb-4 text-xl font-semibold">
        Password
      </h2>
      <Form method="post" action="/account" noValidate>
        <ErrorSummary error={error} />
        <div className="grid gap-5">
          <Field
            name="current_password"
            label="Current password"
            type="password"
            autoComplete="current-password"
            required
            error={error}
          />
          <NewPasswordField name="new_password" label="New password" error={error} />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <SubmitButton intent="password" busy="Changing …">
              Change password
            </SubmitButton>
            <TextLink to="/forgot-password">Forgot your password?</TextLink>
          </div>
        </div>
      </Form>
    </Card>
  );
}
