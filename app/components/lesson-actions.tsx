import type { LinkProps } from "@remix-run/react";
import type { Booking } from "../../worker/domain/booking.ts";
import type { BookingMove } from "../../worker/domain/booking-moves.ts";
import { toBookPath } from "../book-path.ts";
import { usePermissions } from "../permissions.ts";
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
  cancel: "Cancel",
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

/** What can be done with a lesson now, and nothing else. A student does it where the details are. */
export function LessonActions({
  lesson,
  moves,
  isStudent,
  isParticipant,
  now,
}: LessonActionsProps) {
  const { id, status, instructor, offeringId, durationMinutes, serviceName } = lesson;
  const mayOpen = usePermissions().has("view_booking_details") || !isStudent;
  const isAhead = status === "confirmed" && lesson.endAt > now;
  const again = toBookPath(instructor.id, { offeringId, durationMinutes });
  return (
    <ul className="print:hidden flex flex-wrap gap-2">
      {(mayOpen ? moves : []).map((move) => (
        <Action
          key={move}
          label={move === "complete" && status === "no_show" ? "It did take place" : LABELS[move]}
          about={serviceName}
          to={`/lessons/${id}/${MOVE_PATHS[move]}`}
          preventScrollReset
        />
      ))}
      {isStudent && !isAhead ? <Action label="Book again" about={serviceName} to={again} /> : null}
      {isParticipant && isAhead && mayOpen ? (
        <Action
          label="Add to calendar"
          about={serviceName}
          to={`/api/bookings/${id}/calendar.ics`}
          reloadDocument
          download="lesson.ics"
        />
      ) : null}
    </ul>
  );
}

/** `about` tells the same action of several lessons apart where the card cannot be seen. */
function Action({ label, about, ...link }: LinkProps & { label: string; about: string }) {
  return (
    <li>
      <ButtonLink look="outline" size="compact" {...link}>
        {label}
        <span className="sr-only">({about})</span>
      </ButtonLink>
    </li>
  );
}
