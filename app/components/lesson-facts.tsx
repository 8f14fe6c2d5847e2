import type { Booking } from "../../worker/domain/booking.ts";
import { formatDuration, placeLabel, zoneLabel } from "../../worker/domain/format.ts";
import { Card } from "./card.tsx";
import { DateTime, OtherZone } from "./date-time.tsx";
import { Fact } from "./fact.tsx";
import { Money } from "./money.tsx";

interface LessonFactsProps {
  lesson: Booking;
  /** The reader's zone. */
  zone: string;
  as: "student" | "instructor";
}

/** All there is to know of a booking. */
export function LessonFacts({ lesson, zone, as }: LessonFactsProps) {
  const { startAt, endAt, timezone } = lesson;
  return (
    <Card className="mt-6">
      <dl className="grid gap-4">
        <Fact icon="person" name={as === "student" ? "Instructor" : "Student"}>
          {as === "student" ? lesson.instructor.displayName : lesson.student.displayName}
        </Fact>
        <Fact icon="calendar" name="When">
          <DateTime at={startAt} zone={zone} show="date" />
          <br />
          <DateTime at={startAt} until={endAt} zone={zone} show="range" />{" "}
          <span className="text-ink-soft">in {zoneLabel(zone)}</span>
          <span className="block text-ink-soft">
            <OtherZone at={startAt} until={endAt} zone={timezone} own={zone} />
          </span>
        </Fact>
        <Fact icon="clock" name="Length">
          {formatDuration(lesson.durationMinutes)}
        </Fact>
        <Fact icon="place" name="Where">
          {placeLabel(lesson.locationType, as === "student" ? "student" : "anyone")}
          {lesson.locationDetail ? (
            <span className="block wrap-anywhere">{lesson.locationDetail}</span>
          ) : null}
        </Fact>
        <Note
          name={as === "student" ? "Your note" : "The student's note"}
          text={lesson.studentNote}
        />
        <Note name="The instructor's note" text={lesson.instructorNote} />
        <Fact icon="money" name="Price">
          <Money cents={lesson.priceCents} />{" "}
          <span className="text-ink-soft">
            (<Money cents={lesson.hourlyRateCents} /> per hour)
          </span>
        </Fact>
        <Cancellation lesson={lesson} zone={zone} />
      </dl>
    </Card>
  );
}

function Note({ name, text }: { name: string; text: string | null }) {
  if (!text) return null;
  return (
    <Fact icon="note" name={name}>
      <span className="whitespace-pre-line wrap-anywhere">{text}</span>
    </Fact>
  );
}

function Cancellation({ lesson: { cancellation }, zone }: { lesson: Booking; zone: string }) {
  if (!cancellation) return null;
  return (
    <Fact icon="alert" name="Cancelled">
      By the {cancellation.by}, <DateTime at={cancellation.at} zone={zone} show="moment" />
      <span className="block wrap-anywhere text-ink-soft">{cancellation.reason}</span>
      <span className="block">
        Fee: <Money cents={cancellation.feeCents} />
      </span>
    </Fact>
  );
}
