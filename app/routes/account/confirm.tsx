import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Field } from "../../components/field.tsx";
import { FormPage } from "../../components/form-page.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";
import { TextLink } from "../../components/text-link.tsx";
import { confirmForm, parseForm } from "../../forms.ts";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { toFormError } from "../../respond.ts";
import { safeNext } from "../../safe-next.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Confirm that it is you",
    description: "Enter your password again.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("signed_in", async ({ request }) => ({
  next: safeNext(new URL(request.url).searchParams.get("next"), "/account"),
}));

export const action = page("signed_in", async ({ request, actor, context }) => {
  const form = await request.formData();
  const { values, error } = parseForm(confirmForm, form);
  if (error) return data({ error }, error.status);
  const { services, client } = context;
  try {
    await services.sessions.confirmPassword(actor, values.password, client);
    return redirect(safeNext(form.get("next"), "/account"));
  } catch (thrown) {
    const refusal = toFormError(thrown);
    return data({ error: refusal }, refusal.status);
  }
});

/** For what an open browser alone must not give away. */
export default function ConfirmPage() {
  const { next } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <FormPage
      title="Confirm that it is you"
      lead="It is a while since you logged in. Please enter your password again."
      error={sent?.error}
      below={<TextLink to="/account">Back to your account</TextLink>}
    >
      <input type="hidden" name="next" value={next} />
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        required
        error={sent?.error}
      />
      <SubmitButton look="main" busy="Checking …">
        Confirm
      </SubmitButton>
    </FormPage>
  );
}
