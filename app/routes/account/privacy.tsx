import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { DoneNotice } from "../../components/done-notice.tsx";
import { Page, PageTitle } from "../../components/page.tsx";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { usePermissions } from "../../permissions.ts";
import { toFormError } from "../../respond.ts";
import { BackLink } from "./back-link.tsx";
import { ChoicesForm } from "./choices-form.tsx";
import { HeldData } from "./held-data.tsx";

const DONE = {
  choices: "Your choices are saved.",
  confirmed: "Thank you. You can download your data now.",
};

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Your privacy",
    description: "What we hold about you, and what you can do about it.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("signed_in", async ({ actor, context: { services } }) =>
  services.privacy.summary(actor),
);

/** The browser's own choice follows, so that the two never say different things. */
export const action = page("signed_in", async ({ request, actor, context }) => {
  const form = await request.formData();
  const isMeasuringDeclined = form.get("measured") !== "yes";
  const clearsSearches = form.get("clear_searches") === "yes";
  try {
    await context.services.privacy.setChoices(actor, { isMeasuringDeclined, clearsSearches });
  } catch (thrown) {
    const error = toFormError(thrown);
    return data({ error }, error.status);
  }
  const headers = { "Set-Cookie": context.consent.serialize(isMeasuringDeclined) };
  return redirect("/account/privacy?done=choices", { headers });
});

export default function PrivacyPage() {
  const { counts, ...choices } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { has } = usePermissions();
  return (
    <Page width="reading">
      <BackLink to="/account">Your account</BackLink>
      <PageTitle>Your privacy</PageTitle>
      <DoneNotice messages={DONE} />
      <div className="mt-6 grid gap-6">
        <HeldData counts={counts} />
        <ChoicesForm choices={choices} error={sent?.error ?? null} />
        <DownloadCard />
        {has("delete_own_account") ? <LeaveCard /> : null}
      </div>
    </Page>
  );
}

function DownloadCard() {
  return (
    <Card as="section" labelledBy="download">
      <h2 id="download" className="text-xl font-semibold">
        Download your data
      </h2>
      <p className="mt-2 mb-4 text-ink-soft">
        Everything above in one file (JSON). If it is a while since you logged in, we ask for your
        password first.
      </p>
      <ButtonLink look="outline" to="/account/privacy/export" reloadDocument>
        Download my data
      </ButtonLink>
    </Card>
  );
}

function LeaveCard() {
  return (
    <Card as="section" labelledBy="leave">
      <h2 id="leave" className="text-xl font-semibold">
        Leave
      </h2>
      <p className="mt-2 mb-4 text-ink-soft">
        Both ways end your account for good. On the next page you read what happens before anything
        does.
      </p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink look="outline" to="/account/privacy/delete?mode=anonymize">
          Make my account anonymous
        </ButtonLink>
        <ButtonLink look="outline" to="/account/privacy/delete?mode=delete">
          Delete my account
        </ButtonLink>
      </div>
    </Card>
  );
}
