import type { Booking } from "../../worker/domain/booking.ts";
import type { LessonRole } from "../../worker/domain/booking-moves.ts";
import { formatDuration, placeLabel, zoneLabel } from "../../worker/domain/format.ts";
import { Card } from "./card.tsx";
import { DateTime, OtherZone } from "./date-time.tsx";
import { Fact } from "./fact.tsx";

interface LessonFactsProps {
  lesson: Booking;
  /** The reader's zone. */
  zone: string;
  as: LessonRole;
}

/** All there is to know of a booking. */
export function LessonFacts({ lesson, zone, as }: LessonFactsProps) {
  const { startAt, endAt, timezone } = lesson;
  return (
    <Card className="mt-6">
      <dl className="grid gap-4">
        {as === "instructor" ? null : (
          <Fact icon="person" name="Instructor">
            {lesson.instructor.displayName}
          </Fact>
        )}
        {as === "student" ? null : (
          <Fact icon="person" name="Student">
            {lesson.student.displayName}
          </Fact>
        )}
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
          {placeLabel(lesson.locationType, as === "admin" ? "anyone" : as)}
          {lesson.locationDetail ? (
            <span className="block wrap-anywhere">{lesson.locationDetail}</span>
          ) : null}
        </Fact>
        <Note
          name={as === "student" ? "Your note" : "The student's note"}
          text={lesson.studentNote}
        />
        {as === "admin" ? <Note name="The instructor's note" text={lesson.instructorNote} /> : null}
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
    </Fact>
  );
}
