import { Form } from "@remix-run/react";
import { type Alert, describeAlert } from "../../../../worker/domain/alerts.ts";
import { Badge } from "../../../components/badge.tsx";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { DateTime } from "../../../components/date-time.tsx";

interface AlertCardProps {
  alert: Alert;
  zone: string;
  /** Where the form goes. */
  action: string;
}

/** What was found wrong and when, with the way to say that it was seen. */
export function AlertCard({ alert, zone, action }: AlertCardProps) {
  const { id, severity, raisedAt, acknowledgedAt } = alert;
  const sentence = describeAlert(alert);
  return (
    <Card as="li" className="flex flex-wrap items-center justify-between gap-3">
      <div className="min-w-0 grow basis-72">
        <Badge kind={severity === "critical" ? "error" : "warning"} icon="alert">
          {severity === "critical" ? "Critical" : "Warning"}
        </Badge>
        <p className="mt-2 font-semibold wrap-anywhere">{sentence}</p>
        <p className="mt-1 text-sm text-ink-soft">
          <DateTime at={raisedAt} zone={zone} show="moment" />
          {acknowledgedAt === null ? null : (
            <>
              , acknowledged <DateTime at={acknowledgedAt} zone={zone} show="moment" />
            </>
          )}
        </p>
      </div>
      {acknowledgedAt === null ? (
        <Form method="post" action={action}>
          <Button
            look="outline"
            name="acknowledge"
            value={id}
            aria-label={`Acknowledge: ${sentence}`}
          >
            Acknowledge
          </Button>
        </Form>
      ) : null}
    </Card>
  );
}
