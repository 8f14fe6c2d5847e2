import type { Booking } from "../../worker/domain/booking.ts";
import type { BookingMove } from "../../worker/domain/booking-moves.ts";
import { toBookPath } from "../routes/book/draft.ts";
import { ButtonLink } from "./button.tsx";

/** The address of each move's page. */
export const MOVE_PATHS: Record<BookingMove, string> = {
  reschedule: "reschedule",
  cancel: "cancel",
  complete: "complete",
  no_show: "no-show",
};

const LABELS: Record<BookingMove, string> = {
  reschedule: "Reschedule",
  cancel: "Cancel lesson",
  complete: "Mark as completed",
  no_show: "Student did not come",
};

interface LessonActionsProps {
  lesson: Booking;
  /** What the reader may do with it now. */
  moves: readonly BookingMove[];
  isStudent: boolean;
  isParticipant: boolean;
  now: number;
}

/** What can be done with a lesson now, and nothing else. */
export function LessonActions({
  lesson,
  moves,
  isStudent,
  isParticipant,
  now,
}: LessonActionsProps) {
  const { id, status, instructor, offeringId, durationMinutes } = lesson;
  const isAhead = status === "confirmed" && lesson.endAt > now;
  const about = `, ${lesson.serviceName}`;
  return (
    <ul className="flex flex-wrap gap-2">
      {moves.map((move) => (
        <li key={move}>
          <ButtonLink
            look="outline"
            size="compact"
            to={`/lessons/${id}/${MOVE_PATHS[move]}`}
            preventScrollReset
          >
            {move === "complete" && status === "no_show" ? "It did take place" : LABELS[move]}
            <span className="sr-only">{about}</span>
          </ButtonLink>
        </li>
      ))}
      {isStudent && !isAhead ? (
        <li>
          <ButtonLink
            look="outline"
            size="compact"
            to={toBookPath(instructor.id, { offeringId, durationMinutes })}
          >
            Book again<span className="sr-only">{about}</span>
          </ButtonLink>
        </li>
      ) : null}
      {isParticipant && isAhead ? (
        <li>
          <ButtonLink
            look="outline"
            size="compact"
            to={`/api/bookings/${id}/calendar.ics`}
            reloadDocument
            download="lesson.ics"
          >
            Add to calendar<span className="sr-only">{about}</span>
          </ButtonLink>
        </li>
      ) : null}
    </ul>
  );
}
