import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { ErrorSummary } from "../components/error-summary.tsx";
import { Field } from "../components/field.tsx";
import { Page, PageTitle } from "../components/page.tsx";
import { loginForm, parseForm } from "../forms.ts";
import { page } from "../page-guard.ts";
import { originOf, pageMeta } from "../page-meta.ts";
import { toFormError } from "../respond.ts";
import { safeNext, withNext } from "../safe-next.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Log in",
    description: "Log in to book lessons and to see the ones you have booked.",
    canonical: "/login",
    origin: originOf(matches),
  });

export const loader = page("guest", async ({ request }) => {
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  return { next };
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
  const { next } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <Page width="narrow">
      <PageTitle>Log in</PageTitle>
      <Card className="mt-6">
        <Form method="post" noValidate>
          <ErrorSummary error={sent?.error} />
          <input type="hidden" name="next" value={next} />
          <div className="grid gap-5">
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
            <Button look="main">Log in</Button>
          </div>
        </Form>
      </Card>
      <p className="mt-6 text-center text-ink-soft">
        New here?{" "}
        <Link to={withNext("/signup", next)} className="font-semibold text-primary-ink underline">
          Create an account
        </Link>
      </p>
    </Page>
  );
}
