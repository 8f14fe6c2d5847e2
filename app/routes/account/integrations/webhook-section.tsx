import { Form } from "@remix-run/react";
import type { Webhook } from "../../../../worker/domain/webhook.ts";
import { Card } from "../../../components/card.tsx";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import { Field } from "../../../components/field.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";
import { CheckGroup } from "../../../components/teach-check-group.tsx";
import { TextLink } from "../../../components/text-link.tsx";
import type { FormError } from "../../../forms.ts";
import { EVENT_CHOICES, type KeptForm } from "./forms.ts";

interface WebhookSectionProps {
  webhooks: Webhook[];
  error: FormError | null;
  kept: KeptForm | null;
}

export function WebhookSection({ webhooks, error, kept }: WebhookSectionProps) {
  return (
    <section aria-labelledby="webhooks" className="mt-10">
      <h2 id="webhooks" className="text-xl font-semibold">
        Webhooks
      </h2>
      <p className="mt-2 text-ink-soft">
        We tell an address of yours whenever something happens to a lesson that you teach.
      </p>
      {webhooks.length > 0 ? (
        <ul className="mt-4 grid gap-4">
          {webhooks.map(({ id, url, events }) => (
            <Card as="li" key={id}>
              <p className="font-mono text-sm break-all">{url}</p>
              <p className="mt-1 text-sm text-ink-soft">{namesOf(events)}</p>
              <TextLink to={`/account/integrations/webhooks/${id}`}>
                What was sent, and settings<span className="sr-only"> of {url}</span>
              </TextLink>
            </Card>
          ))}
        </ul>
      ) : null}
      <Card className="mt-4">
        {/* Empty again once there is another webhook. */}
        <WebhookForm key={webhooks.length} error={error} kept={kept} />
      </Card>
    </section>
  );
}

/** What a webhook is told of, in words. */
export function namesOf(events: readonly string[]): string {
  return EVENT_CHOICES.filter(({ value }) => events.includes(value))
    .map(({ label }) => label)
    .join(" · ");
}

function WebhookForm({ error, kept }: Pick<WebhookSectionProps, "error" | "kept">) {
  return (
    <Form method="post" action="/account/integrations" noValidate className="grid gap-5">
      <ErrorSummary error={error} />
      <Field
        name="url"
        label="Address of the new webhook"
        type="url"
        inputMode="url"
        hint="It begins with https:// and anybody on the internet can reach it."
        defaultValue={kept?.url ?? ""}
        required
        maxLength={500}
        autoComplete="off"
        error={error}
      />
      <CheckGroup
        name="events"
        label="What it is told of"
        choices={EVENT_CHOICES}
        chosen={kept?.chosen ?? EVENT_CHOICES.map(({ value }) => value)}
        error={error}
      />
      <div>
        <SubmitButton intent="make-webhook" busy="Adding …">
          Add the webhook
        </SubmitButton>
      </div>
    </Form>
  );
}
