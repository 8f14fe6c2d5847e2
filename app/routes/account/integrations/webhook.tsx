import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "../../../components/card.tsx";
import { DoneNotice } from "../../../components/done-notice.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Page, PageTitle } from "../../../components/page.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { BackLink } from "../back-link.tsx";
import type { Told } from "./act.ts";
import { DeliveryCard } from "./delivery-card.tsx";
import { ToldOnce } from "./told-once.tsx";
import { namesOf } from "./webhook-section.tsx";

const PER_PAGE = 20;
const ABOVE = "/account/integrations";
const DONE = { replayed: "It is being sent again." };

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Webhook",
    description: "What was sent to one of your webhooks, and its secret.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page(
  "manage_instructor_profile",
  async ({ request, params: { id = "" }, actor, context: { services } }) => {
    const asked = Number(new URL(request.url).searchParams.get("page") ?? "1");
    const current = Number.isInteger(asked) && asked >= 1 && asked <= 1_000_000 ? asked : 1;
    const [webhook, log] = await Promise.all([
      services.webhooks.get(actor, id),
      services.webhooks.listDeliveries(actor, id, { page: current, perPage: PER_PAGE }),
    ]);
    return { webhook, log, zone: actor.timezone };
  },
);

export const action = page(
  "manage_instructor_profile",
  async ({ request, params: { id = "" }, actor, context: { services } }) => {
    const form = await request.formData();
    const intent = form.get("intent");
    if (intent === "rotate") {
      const { secret: value } = await services.webhooks.rotateSecret(actor, id);
      return data<{ told: Told }>({ told: { kind: "secret", value } });
    }
    if (intent === "remove") {
      await services.webhooks.delete(actor, id);
      throw redirect(`${ABOVE}?done=removed`);
    }
    await services.webhooks.replay(actor, id, String(form.get("event") ?? ""));
    throw redirect(`${ABOVE}/webhooks/${id}?done=replayed`);
  },
);

export default function WebhookPage() {
  const { webhook, log, zone } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const address = `${ABOVE}/webhooks/${webhook.id}`;
  return (
    <Page width="reading">
      <BackLink to={ABOVE}>Programs and webhooks</BackLink>
      <PageTitle>Webhook</PageTitle>
      <p className="mt-2 font-mono text-sm break-all">{webhook.url}</p>
      <p className="mt-1 text-ink-soft">{namesOf(webhook.events)}</p>
      <DoneNotice messages={DONE} />
      {sent ? <ToldOnce told={sent.told} /> : null}
      <section aria-labelledby="log" className="mt-8">
        <h2 id="log" className="mb-4 text-xl font-semibold">
          What was sent
        </h2>
        {log.total === 0 ? (
          <EmptyState icon="calendar" title="Nothing has happened yet" />
        ) : (
          <ul className="grid gap-4">
            {log.items.map((delivery) => (
              <DeliveryCard key={delivery.eventId} {...{ delivery, zone }} action={address} />
            ))}
          </ul>
        )}
        <Pagination {...log} toPage={(number) => `${address}?page=${number}`} />
      </section>
      <SettingsCard action={address} />
    </Page>
  );
}

function SettingsCard({ action }: { action: string }) {
  return (
    <Card as="section" labelledBy="settings" className="mt-8">
      <h2 id="settings" className="text-xl font-semibold">
        Secret and removal
      </h2>
      <p className="mt-2 text-ink-soft">
        After a new secret is made, the one before goes on working for a day.
      </p>
      <Form method="post" action={action} className="mt-4 flex flex-wrap gap-3">
        <SubmitButton intent="rotate" look="outline" busy="Making …">
          Make a new secret
        </SubmitButton>
        <SubmitButton intent="remove" look="danger" busy="Removing …">
          Remove the webhook
        </SubmitButton>
      </Form>
    </Card>
  );
}
