import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Booking } from "../../worker/domain/booking.ts";
import { formatDuration, placeLabel, zoneLabel } from "../../worker/domain/format.ts";
import { usePermissions } from "../permissions.ts";
import { Card } from "./card.tsx";
import { DateTime } from "./date-time.tsx";
import { Icon } from "./icon.tsx";
import { Money } from "./money.tsx";
import { StatusBadge } from "./status-badge.tsx";

interface LessonCardProps {
  lesson: Booking;
  /** The reader's zone. */
  zone: string;
  /** Which side of the lesson the reader is on. */
  as: "student" | "instructor";
  /** What can be done with it. */
  children?: ReactNode;
}

/** One booking in a list; the whole card leads to its page, for those who may see it. */
export function LessonCard({ lesson, zone, as, children }: LessonCardProps) {
  const other = as === "student" ? lesson.instructor : lesson.student;
  const title = `${lesson.serviceName} with ${other.displayName}`;
  const mayOpen = usePermissions().has("view_booking_details") || as === "instructor";
  return (
    <Card as="article" className="relative flex flex-col gap-2 hover:border-primary-ink">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h3 className="text-lg font-semibold">
          {mayOpen ? (
            <Link
              to={`/lessons/${lesson.id}`}
              className="after:absolute after:inset-0 after:rounded-2xl"
            >
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        <StatusBadge status={lesson.status} />
      </div>
      <p className="flex items-center gap-2">
        <Icon name="calendar" className="size-5 text-primary-ink" />
        <span>
          <DateTime at={lesson.startAt} zone={zone} show="moment" />
          {zone === lesson.timezone ? null : (
            <span className="text-ink-soft"> in {zoneLabel(zone)}</span>
          )}
        </span>
      </p>
      <p className="flex flex-wrap gap-x-4 text-ink-soft">
        <span>{formatDuration(lesson.durationMinutes)}</span>
        <span>{placeLabel(lesson.locationType, as)}</span>
        <Money cents={lesson.priceCents} />
      </p>
      {children ? <div className="relative z-1 mt-2">{children}</div> : null}
    </Card>
  );
}
