import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "../components/button.tsx";
import { FormPage } from "../components/form-page.tsx";
import { NewPasswordField } from "../components/new-password-field.tsx";
import { Page, PageTitle } from "../components/page.tsx";
import { SubmitButton } from "../components/submit-button.tsx";
import { TextLink } from "../components/text-link.tsx";
import { parseForm, resetForm } from "../forms.ts";
import { page } from "../page-guard.ts";
import { originOf, pageMeta } from "../page-meta.ts";
import { isDomainError, toFormError } from "../respond.ts";

export const meta: MetaFunction = ({ matches }) => [
  ...pageMeta({
    title: "Choose a new password",
    description: "Choose a new password with the link from your mail.",
    canonical: null,
    origin: originOf(matches),
  }),
  // The address of this page holds a secret that is nobody else's business.
  { name: "referrer", content: "same-origin" },
];

export const loader = page("public", async ({ request, context: { services, client } }) => {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  if (!token) return { isValid: false, emailMasked: null, token };
  const { valid, emailMasked } = await services.passwords.verifyResetToken(token, client);
  return { isValid: valid, emailMasked, token };
});

export const action = page("public", async ({ request, context }) => {
  const form = await request.formData();
  const { values, error } = parseForm(resetForm, form);
  if (error) return data({ error }, error.status);
  const token = String(form.get("token") ?? "");
  try {
    await context.services.passwords.confirmReset(token, values.new_password, context.client);
  } catch (thrown) {
    // The page says so itself, as for a link that was opened too late.
    if (isDomainError(thrown) && thrown.code === "invalid_token") {
      throw redirect("/reset-password");
    }
    const refusal = toFormError(thrown);
    return data({ error: refusal }, refusal.status);
  }
  // Whoever was signed in here is not any more.
  const headers = { "Set-Cookie": context.sessionCookie.clear() };
  return redirect("/login?done=password", { headers });
});

export default function ResetPassword() {
  const { isValid, emailMasked, token } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (!isValid) return <LinkNotValid />;
  return (
    <FormPage
      title="Choose a new password"
      lead={emailMasked ? `For the account of ${emailMasked}.` : null}
      error={sent?.error}
      below="You will be signed out everywhere and can log in with the new password."
    >
      <input type="hidden" name="token" value={token} />
      <NewPasswordField name="new_password" label="New password" error={sent?.error} />
      <SubmitButton look="main" busy="Saving …">
        Set new password
      </SubmitButton>
    </FormPage>
  );
}

function LinkNotValid() {
  return (
    <Page width="narrow">
      <PageTitle>This link is not valid any more</PageTitle>
      <p className="mt-4">
        A link to choose a new password works once, for one hour. If you still need one, ask for
        another.
      </p>
      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink to="/forgot-password">Ask for a new link</ButtonLink>
        <TextLink to="/login">Log in</TextLink>
      </div>
    </Page>
  );
}
