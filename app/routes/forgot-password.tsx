import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useActionData, useSearchParams } from "@remix-run/react";
import { Field } from "../components/field.tsx";
import { FormPage } from "../components/form-page.tsx";
import { Page, PageTitle } from "../components/page.tsx";
import { SubmitButton } from "../components/submit-button.tsx";
import { TextLink } from "../components/text-link.tsx";
import { addressForm, parseForm } from "../forms.ts";
import { page } from "../page-guard.ts";
import { originOf, pageMeta } from "../page-meta.ts";
import { toFormError } from "../respond.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Forgot your password?",
    description: "Ask for a mail with which you choose a new password.",
    canonical: "/forgot-password",
    origin: originOf(matches),
  });

export const loader = page("public", async () => null);

/** Answers the same whether the address has an account. */
export const action = page("public", async ({ request, context }) => {
  const form = await request.formData();
  const { values, error } = parseForm(addressForm, form);
  const email = String(form.get("email") ?? "").slice(0, 254);
  if (error) return data({ error, email }, error.status);
  try {
    await context.services.passwords.requestReset(values.email, context.client);
    return redirect("/forgot-password?sent=1");
  } catch (thrown) {
    const refusal = toFormError(thrown);
    return data({ error: refusal, email }, refusal.status);
  }
});

export default function ForgotPassword() {
  const sent = useActionData<typeof action>();
  const [params] = useSearchParams();
  if (params.get("sent") === "1" && !sent) return <MailSent />;
  return (
    <FormPage
      title="Forgot your password?"
      lead="Enter the e-mail address of your account. We send you a link to choose a new password."
      error={sent?.error}
      below={<TextLink to="/login">Back to log in</TextLink>}
    >
      <Field
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        defaultValue={sent?.email}
        required
        error={sent?.error}
      />
      <SubmitButton look="main" busy="Sending …">
        Send me the link
      </SubmitButton>
    </FormPage>
  );
}

function MailSent() {
  return (
    <Page width="narrow">
      <PageTitle>Look into your mail</PageTitle>
      <div className="mt-4 grid gap-4">
        <p>
          If there is an account with that address, a mail with a link is on its way to it. The link
          works once, for one hour.
        </p>
        <p className="text-ink-soft">
          Nothing there after a few minutes? Look into the folder for unwanted mail, or check the
          address.
        </p>
        <p className="flex flex-wrap gap-x-6">
          <TextLink to="/forgot-password">Ask again</TextLink>
          <TextLink to="/login">Back to log in</TextLink>
        </p>
      </div>
    </Page>
  );
}
