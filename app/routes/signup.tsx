import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Field } from "../components/field.tsx";
import { FormPage } from "../components/form-page.tsx";
import { NewPasswordField } from "../components/new-password-field.tsx";
import { SubmitButton } from "../components/submit-button.tsx";
import { type FormError, parseForm, signUpForm } from "../forms.ts";
import { page } from "../page-guard.ts";
import { originOf, pageMeta } from "../page-meta.ts";
import { toFormError } from "../respond.ts";
import { safeNext, withNext } from "../safe-next.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Create an account",
    description: "Create a free account to book lessons with instructors in New York City.",
    canonical: "/signup",
    origin: originOf(matches),
  });

export const loader = page("guest", async ({ request }) => {
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  return { next };
});

export const action = page("guest", async ({ request, context }) => {
  const form = await request.formData();
  const kept = {
    first_name: String(form.get("first_name") ?? "").slice(0, 60),
    last_name: String(form.get("last_name") ?? "").slice(0, 60),
    email: String(form.get("email") ?? "").slice(0, 254),
  };
  const { values, error } = parseForm(signUpForm, form);
  if (error) return data({ error, kept }, error.status);
  const { first_name: firstName, last_name: lastName, ...rest } = values;
  try {
    const registration = { ...rest, firstName, lastName };
    const { sessionToken } = await context.services.accounts.register(registration, context.client);
    const headers = { "Set-Cookie": context.sessionCookie.serialize(sessionToken) };
    return redirect(safeNext(form.get("next")), { headers });
  } catch (thrown) {
    const refusal = toFormError(thrown);
    return data({ error: refusal, kept }, refusal.status);
  }
});

export default function SignUp() {
  const { next } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const logInPath = withNext("/login", next);
  return (
    <FormPage
      title="Create an account"
      lead={
        next.includes("/book?")
          ? "Your lesson is kept: you come straight back to it."
          : "It is free, and all you need to book a lesson."
      }
      error={sent?.error}
      remedy={
        sent?.error.code === "email_taken" ? (
          <Link to={logInPath} className="font-semibold underline">
            Log in instead
          </Link>
        ) : null
      }
      below={
        <>
          Already have an account?{" "}
          <Link to={logInPath} className="font-semibold text-primary-ink underline">
            Log in
          </Link>
        </>
      }
    >
      <input type="hidden" name="next" value={next} />
      <OwnTimezone />
      <SignUpFields error={sent?.error} kept={sent?.kept} />
    </FormPage>
  );
}

interface FieldsProps {
  error: FormError | undefined;
  kept: { first_name: string; last_name: string; email: string } | undefined;
}

function SignUpFields({ error, kept }: FieldsProps) {
  const shared = { required: true, error };
  return (
    <>
      <Field
        {...shared}
        name="first_name"
        label="First name"
        autoComplete="given-name"
        defaultValue={kept?.first_name}
      />
      <Field
        {...shared}
        name="last_name"
        label="Last name"
        autoComplete="family-name"
        defaultValue={kept?.last_name}
        hint="Instructors see your first name and the initial of your last name."
      />
      <Field
        {...shared}
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="email"
        defaultValue={kept?.email}
      />
      <NewPasswordField name="password" label="Password" error={error} />
      <SubmitButton look="main" busy="Creating your account …">
        Create account
      </SubmitButton>
      <p className="text-sm text-ink-soft">
        By creating an account you accept our{" "}
        <Link to="/terms" className="underline">
          terms
        </Link>
        . How we treat your data is told under{" "}
        <Link to="/privacy" className="underline">
          privacy
        </Link>
        .
      </p>
    </>
  );
}

/** The browser's zone, for showing lessons on the right clock; New York where it is unknown. */
function OwnTimezone() {
  const [zone, setZone] = useState("America/New_York");
  useEffect(() => {
    setZone(Intl.DateTimeFormat().resolvedOptions().timeZone || "America/New_York");
  }, []);
  return <input type="hidden" name="timezone" value={zone} />;
}
