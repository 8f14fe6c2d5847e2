import type { BookingDraft } from "../../../worker/domain/booking-draft.ts";
import type { PublicInstructor } from "../../../worker/domain/catalog.ts";
import { formatDuration, placeLabel, zoneLabel } from "../../../worker/domain/format.ts";
import { Card } from "../../components/card.tsx";
import { DateTime, OtherZone } from "../../components/date-time.tsx";
import { Fact } from "../../components/fact.tsx";
import { Money } from "../../components/money.tsx";
import { chosenOffering, needsDetail } from "./draft.ts";

interface ReviewTableProps {
  instructor: PublicInstructor;
  draft: BookingDraft;
  priceCents: number;
  /** The student's own zone, when they are signed in. */
  viewerZone: string | null;
}

/** The lesson as it would be booked. */
export function ReviewTable({ instructor, draft, priceCents, viewerZone }: ReviewTableProps) {
  const { displayName, offerings, timezone } = instructor;
  const offering = chosenOffering(draft, offerings);
  const { durationMinutes, startAt, locationType, locationDetail, studentNote } = draft;
  if (!offering || durationMinutes === null || startAt === null || !locationType) return null;
  const endAt = startAt + durationMinutes * 60_000;
  return (
    <Card>
      <dl className="grid gap-4">
        <Fact icon="person" name="Lesson">
          {offering.service.name} with {displayName}, {formatDuration(durationMinutes)}
        </Fact>
        <Fact icon="calendar" name="When">
          <DateTime at={startAt} zone={timezone} show="date" />
          <br />
          <DateTime at={startAt} until={endAt} zone={timezone} show="range" />{" "}
          <span className="text-ink-soft">in {zoneLabel(timezone)}</span>
          {viewerZone ? (
            <span className="block text-ink-soft">
              <OtherZone at={startAt} until={endAt} zone={viewerZone} own={timezone} />
            </span>
          ) : null}
        </Fact>
        <Fact icon="place" name="Where">
          {placeLabel(locationType)}
          {needsDetail(locationType) && locationDetail ? (
            <span className="block wrap-anywhere">{locationDetail}</span>
          ) : null}
        </Fact>
        {studentNote ? (
          <Fact icon="note" name="Your note">
            <span className="whitespace-pre-line wrap-anywhere">{studentNote}</span>
          </Fact>
        ) : null}
        <Fact icon="money" name="Price">
          <strong className="text-xl">
            <Money cents={priceCents} />
          </strong>{" "}
          <span className="text-ink-soft">
            (<Money cents={offering.hourlyRateCents} /> per hour, no fees added)
          </span>
        </Fact>
      </dl>
    </Card>
  );
}
