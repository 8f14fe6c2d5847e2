import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "../components/button.tsx";
import { FormPage } from "../components/form-page.tsx";
import { Page, PageTitle } from "../components/page.tsx";
import { SubmitButton } from "../components/submit-button.tsx";
import { page } from "../page-guard.ts";
import { originOf, pageMeta } from "../page-meta.ts";
import { isDomainError, toFormError } from "../respond.ts";

export const meta: MetaFunction = ({ matches }) => [
  ...pageMeta({
    title: "Confirm your e-mail address",
    description: "Confirm your e-mail address with the link from your mail.",
    canonical: null,
    origin: originOf(matches),
  }),
  // The address of this page holds a secret that is nobody else's business.
  { name: "referrer", content: "same-origin" },
];

/** Opening the link does nothing yet: programs that look through mail open links, too. */
export const loader = page("public", async ({ request, context }) => {
  const params = new URL(request.url).searchParams;
  const isDone = params.get("done") === "1";
  return {
    token: params.get("token") ?? "",
    isDone,
    isSignedIn: (await context.findActor()) !== null,
  };
});

export const action = page("public", async ({ request, context }) => {
  const token = String((await request.formData()).get("token") ?? "");
  try {
    await context.services.emailVerification.confirm(token, context.client);
    return redirect("/verify-email?done=1");
  } catch (thrown) {
    if (isDomainError(thrown) && thrown.code === "invalid_token") {
      throw redirect("/verify-email");
    }
    const refusal = toFormError(thrown);
    return data({ error: refusal }, refusal.status);
  }
});

export default function VerifyEmail() {
  const { token, isDone, isSignedIn } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (isDone) return <Confirmed />;
  if (!token) return <LinkNotValid isSignedIn={isSignedIn} />;
  return (
    <FormPage
      title="Confirm your address"
      lead="So that mail about your lessons reaches you, and nobody else."
      error={sent?.error}
    >
      <input type="hidden" name="token" value={token} />
      <SubmitButton look="main" busy="Confirming …">
        Yes, this is my address
      </SubmitButton>
    </FormPage>
  );
}

function Confirmed() {
  return (
    <Page width="narrow">
      <PageTitle>Your e-mail address is confirmed</PageTitle>
      <p className="mt-4">Thank you. Mail about your lessons goes there.</p>
      <div className="mt-6">
        <ButtonLink to="/">Go to the start page</ButtonLink>
      </div>
    </Page>
  );
}

function LinkNotValid({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <Page width="narrow">
      <PageTitle>This link is not valid any more</PageTitle>
      <p className="mt-4">
        It may have been used already or be too old. Your account page says whether your address is
        confirmed, and sends you another mail if it is not.
      </p>
      <div className="mt-6">
        <ButtonLink to="/account">
          {isSignedIn ? "Go to your account" : "Log in to your account"}
        </ButtonLink>
      </div>
    </Page>
  );
}
