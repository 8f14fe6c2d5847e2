import { Form } from "@remix-run/react";
import type { WebhookDelivery } from "../../../../worker/domain/webhook.ts";
import { Badge, type BadgeKind } from "../../../components/badge.tsx";
import { Card } from "../../../components/card.tsx";
import { DateTime } from "../../../components/date-time.tsx";
import type { IconName } from "../../../components/icon.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";
import { namesOf } from "./webhook-section.tsx";

const STATES: Record<WebhookDelivery["status"], { kind: BadgeKind; icon: IconName; text: string }> =
  {
    delivered: { kind: "success", icon: "check", text: "Delivered" },
    pending: { kind: "plain", icon: "clock", text: "Waiting" },
    failed: { kind: "error", icon: "alert", text: "Given up" },
  };

interface DeliveryCardProps {
  delivery: WebhookDelivery;
  zone: string;
  action: string;
}

/** One event, what became of it, and sending it again. */
export function DeliveryCard({ delivery, zone, action }: DeliveryCardProps) {
  const { eventId, type, status, attempts, createdAt, nextAttemptAt, lastStatus, lastError } =
    delivery;
  const { kind, icon, text } = STATES[status];
  const name = namesOf([type]);
  return (
    <Card as="li" className="flex flex-wrap items-center justify-between gap-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {name}
          <Badge kind={kind} icon={icon}>
            {text}
          </Badge>
        </p>
        <p className="mt-1 text-sm text-ink-soft">
          <DateTime at={createdAt} zone={zone} show="moment" /> ·{" "}
          {attempts === 1 ? "1 attempt" : `${attempts} attempts`}
          {(lastError ?? lastStatus) ? ` · ${lastError ?? `HTTP ${lastStatus}`}` : ""}
        </p>
        {status === "pending" && attempts > 0 ? (
          <p className="text-sm text-ink-soft">
            Next attempt <DateTime at={nextAttemptAt} zone={zone} show="moment" />
          </p>
        ) : null}
      </div>
      {status === "pending" ? null : (
        <Form method="post" action={action}>
          <input type="hidden" name="event" value={eventId} />
          <SubmitButton intent={`replay ${eventId}`} look="outline" busy="Sending …">
            Send again<span className="sr-only">: {name}</span>
          </SubmitButton>
        </Form>
      )}
    </Card>
  );
}
