import type { BookingEvent } from "../../../worker/domain/booking.ts";
import { formatMoment } from "../../../worker/domain/format.ts";

/** One line of a lesson's history as a sentence, in the reader's zone. */
export function toSentence(event: BookingEvent, viewer: { id: string; zone: string }): string {
  const by = nameOf(event, viewer.id);
  const { fromStatus, toStatus, fromStartAt, toStartAt } = event;
  const start = formatMoment(toStartAt, viewer.zone);
  if (fromStatus === null) return `Booked${by} for ${start}`;
  if (toStatus === "cancelled") return `Cancelled${by}`;
  if (toStatus === "no_show") return `Recorded${by} that the student did not come`;
  if (toStatus === "completed" && fromStatus === "no_show") {
    return `Put right${by}: the lesson took place`;
  }
  if (toStatus === "completed") return event.by ? `Completed${by}` : "Completed automatically";
  const before = fromStartAt === null ? "" : ` from ${formatMoment(fromStartAt, viewer.zone)}`;
  return `Moved${by}${before} to ${start}`;
}

function nameOf({ by }: BookingEvent, viewerId: string): string {
  if (!by) return "";
  if (by.id === viewerId) return " by you";
  return by.role === "admin" ? " by the iNSTAiNSTRU team" : ` by ${by.displayName}`;
}
