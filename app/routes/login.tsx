import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "../components/alert.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { Field } from "../components/field.tsx";
import { FormPage } from "../components/form-page.tsx";
import { SubmitButton } from "../components/submit-button.tsx";
import { TextLink } from "../components/text-link.tsx";
import { loginForm, parseForm } from "../forms.ts";
import { page } from "../page-guard.ts";
import { originOf, pageMeta } from "../page-meta.ts";
import { toFormError } from "../respond.ts";
import { safeNext, withNext } from "../safe-next.ts";

const DONE = {
  password: "Your new password is set. Log in with it; every other sign-in has ended.",
};

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Log in",
    description: "Log in to book lessons and to see the ones you have booked.",
    canonical: "/login",
    origin: originOf(matches),
  });

export const loader = page("guest", async ({ request }) => {
  const { searchParams: params } = new URL(request.url);
  const next = safeNext(params.get("next"));
  return { next, isEnded: params.has("ended") };
});

export const action = page("guest", async ({ request, context }) => {
  const form = await request.formData();
  const { values, error } = parseForm(loginForm, form);
  const email = String(form.get("email") ?? "").slice(0, 254);
  if (error) return data({ error, email }, error.status);
  try {
    const { sessionToken } = await context.services.accounts.login(values, context.client);
    const headers = { "Set-Cookie": context.sessionCookie.serialize(sessionToken) };
    return redirect(safeNext(form.get("next")), { headers });
  } catch (thrown) {
    const refusal = toFormError(thrown);
    return data({ error: refusal, email }, refusal.status);
  }
});

export default function Login() {
  const { next, isEnded } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <FormPage
      title="Log in"
      lead={isEnded ? <SessionEnded /> : <DoneNotice messages={DONE} />}
      error={sent?.error}
      below={
        <>
          New here? <TextLink to={withNext("/signup", next)}>Create an account</TextLink>
        </>
      }
    >
      <input type="hidden" name="next" value={next} />
      <Field
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        defaultValue={sent?.email}
        required
        error={sent?.error}
      />
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        required
        error={sent?.error}
      />
      <SubmitButton look="main" busy="Logging in …">
        Log in
      </SubmitButton>
      <p className="text-center">
        <TextLink to="/forgot-password">Forgot your password?</TextLink>
      </p>
    </FormPage>
  );
}

/** For somebody who has sent a form after the session was over. */
function SessionEnded() {
  return (
    <div role="status" className="mt-4">
      <Alert kind="warning" title="You are signed out, so nothing was saved.">
        Log in to go back to where you were.
      </Alert>
    </div>
  );
}
