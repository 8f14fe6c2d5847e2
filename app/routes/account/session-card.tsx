import { Form } from "@remix-run/react";
import { Badge } from "../../components/badge.tsx";
import { Card } from "../../components/card.tsx";
import { DateTime } from "../../components/date-time.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";

interface SessionCardProps {
  session: {
    id: string;
    device: string;
    createdAt: number;
    lastSeenAt: number;
    isCurrent: boolean;
  };
  zone: string;
}

/** One device; this one is signed out by the menu, as always. */
export function SessionCard({ session, zone }: SessionCardProps) {
  return (
    <Card as="li" className="flex flex-wrap items-center justify-between gap-4">
      <div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {session.device}
          {session.isCurrent ? <Badge>This device</Badge> : null}
        </p>
        <p className="mt-1 text-sm text-ink-soft">
          Last seen <DateTime at={session.lastSeenAt} zone={zone} show="moment" />
        </p>
        <p className="text-sm text-ink-soft">
          Signed in <DateTime at={session.createdAt} zone={zone} show="moment" />
        </p>
      </div>
      {session.isCurrent ? null : (
        <Form method="post" action="/account/sessions">
          <SubmitButton intent={session.id} look="outline" busy="Signing out …">
            Sign out<span className="sr-only"> {session.device}</span>
          </SubmitButton>
        </Form>
      )}
    </Card>
  );
}
