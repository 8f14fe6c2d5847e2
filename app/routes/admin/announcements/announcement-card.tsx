import { Form, Link } from "@remix-run/react";
import type { ManagedAnnouncement } from "../../../../worker/domain/announcement.ts";
import { wordLabel } from "../../../../worker/domain/format.ts";
import { Badge } from "../../../components/badge.tsx";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { DateTime } from "../../../components/date-time.tsx";

interface AnnouncementCardProps {
  announcement: ManagedAnnouncement;
  zone: string;
  now: number;
}

/** One announcement, with the ways to change and to end it. */
export function AnnouncementCard({ announcement, zone, now }: AnnouncementCardProps) {
  const { id, title, body, linkPath, audience, priority, startsAt, endsAt } = announcement;
  return (
    <Card as="article" labelledBy={`title-${id}`}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 id={`title-${id}`} className="min-w-0 text-lg font-semibold wrap-anywhere">
          {title}
        </h2>
        <StateBadge {...{ startsAt, endsAt, now }} />
      </div>
      {body ? <p className="mt-1 wrap-anywhere whitespace-pre-line">{body}</p> : null}
      {linkPath ? (
        <p className="mt-1 wrap-anywhere text-ink-soft">
          Leads to{" "}
          <Link to={linkPath} className="text-primary-ink underline">
            {linkPath}
          </Link>
        </p>
      ) : null}
      <p className="mt-2 text-ink-soft">
        {wordLabel(audience)} · priority {priority} ·{" "}
        <DateTime at={startsAt} zone={zone} show="moment" /> to{" "}
        <DateTime at={endsAt} zone={zone} show="moment" />
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Link
          to={`/admin/announcements/${id}`}
          aria-label={`Change: ${title}`}
          className="inline-flex min-h-11 items-center font-semibold text-primary-ink underline"
        >
          Change
        </Link>
        {endsAt > now ? (
          <Form method="post">
            <Button
              look="quiet"
              size="compact"
              name="end"
              value={id}
              aria-label={`End now: ${title}`}
            >
              End now
            </Button>
          </Form>
        ) : null}
      </div>
    </Card>
  );
}

function StateBadge({ startsAt, endsAt, now }: { startsAt: number; endsAt: number; now: number }) {
  if (endsAt <= now) return <Badge>Over</Badge>;
  if (startsAt > now) return <Badge icon="clock">Later</Badge>;
  return (
    <Badge kind="success" icon="check">
      On show
    </Badge>
  );
}
