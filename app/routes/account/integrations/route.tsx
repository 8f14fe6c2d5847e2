import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DoneNotice } from "../../../components/done-notice.tsx";
import { Page, PageTitle } from "../../../components/page.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { BackLink } from "../back-link.tsx";
import { actOnIntegrations } from "./act.ts";
import { KeySection } from "./key-section.tsx";
import { ToldOnce } from "./told-once.tsx";
import { WebhookSection } from "./webhook-section.tsx";

const DONE = {
  revoked: "The key does not work any more.",
  removed: "The webhook is removed. Nothing more is sent to it.",
};

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Programs and webhooks",
    description:
      "Keys for programs that read for you, and addresses that are told of your lessons.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("signed_in", async ({ actor, context: { services, now } }) => {
  const teaches = actor.permissions.includes("manage_instructor_profile");
  const [keys, webhooks] = await Promise.all([
    services.apiKeys.list(actor),
    teaches ? services.webhooks.list(actor) : null,
  ]);
  return {
    keys: keys.map((key) => ({ ...key, isExpired: key.expiresAt <= now })),
    webhooks,
    zone: actor.timezone,
  };
});

export const action = page("signed_in", async ({ request, actor, context }) =>
  actOnIntegrations(await request.formData(), actor, context),
);

export default function IntegrationsPage() {
  const { keys, webhooks, zone } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  /** What came of the form with this wish, if it was the one that was sent. */
  const ofForm = (intent: string) => ({
    error: sent?.intent === intent ? sent.error : null,
    kept: sent?.intent === intent ? sent.kept : null,
  });
  return (
    <Page width="reading">
      <BackLink to="/account">Your account</BackLink>
      <PageTitle>Programs and webhooks</PageTitle>
      <p className="mt-2 text-ink-soft">
        For people who write programs, or use ones that ask for a key or a webhook.
      </p>
      <DoneNotice messages={DONE} />
      {sent?.told ? <ToldOnce told={sent.told} /> : null}
      <KeySection keys={keys} zone={zone} {...ofForm("make-key")} />
      {webhooks ? <WebhookSection webhooks={webhooks} {...ofForm("make-webhook")} /> : null}
    </Page>
  );
}
