import {
  BookingPatchBody,
  CancelBody,
  parseVersion,
  RescheduleBody,
  toBookingEventJson,
  toBookingJson,
  toCancellationPreviewJson,
} from "../../contracts/bookings.ts";
import type { Booking } from "../../domain/booking.ts";
import type { MoveOptions } from "../../services/lesson-change.ts";
import { idempotencyKey } from "../idempotency-key.ts";
import type { RouteInput } from "../route.ts";
import { json, type Route, route } from "../route.ts";

/** What becomes of a booking. Who may do what depends on whose it is, so each service call says. */
export const bookingMoveRoutes: Route[] = [
  route({
    method: "GET",
    path: "/api/bookings/:bookingId/cancellation-preview",
    access: "signed_in",
    handle: async ({ services, actor, param }) =>
      json(
        toCancellationPreviewJson(
          await services.bookings.previewCancellation(actor, param("bookingId")),
        ),
      ),
  }),
  route({
    method: "POST",
    path: "/api/bookings/:bookingId/cancel",
    access: "signed_in",
    body: CancelBody,
    handle: async ({ c, services, actor, param, body }) =>
      toAnswer(
        await services.bookings.cancel(actor, param("bookingId"), body.reason, optionsOf(c)),
      ),
  }),
  route({
    method: "POST",
    path: "/api/bookings/:bookingId/reschedule",
    access: "signed_in",
    body: RescheduleBody,
    handle: async ({ c, services, actor, param, body }) =>
      toAnswer(await services.bookings.reschedule(actor, param("bookingId"), body, optionsOf(c))),
  }),
  route({
    method: "POST",
    path: "/api/bookings/:bookingId/complete",
    access: "signed_in",
    handle: async ({ c, services, actor, param }) =>
      toAnswer(await services.bookings.complete(actor, param("bookingId"), optionsOf(c))),
  }),
  route({
    method: "POST",
    path: "/api/bookings/:bookingId/no-show",
    access: "signed_in",
    handle: async ({ c, services, actor, param }) =>
      toAnswer(await services.bookings.recordNoShow(actor, param("bookingId"), optionsOf(c))),
  }),
  route({
    method: "PATCH",
    path: "/api/bookings/:bookingId",
    access: "signed_in",
    body: BookingPatchBody,
    handle: async ({ c, services, actor, param, body }) => {
      const { instructor_note: note } = body;
      const id = param("bookingId");
      return toAnswer(await services.bookings.saveInstructorNote(actor, id, note, optionsOf(c)));
    },
  }),
  route({
    method: "GET",
    path: "/api/bookings/:bookingId/history",
    access: "signed_in",
    handle: async ({ services, actor, param }) => {
      const events = await services.bookings.listHistory(actor, param("bookingId"));
      return json({ items: events.map(toBookingEventJson) });
    },
  }),
];

/** A booking with its version, for the next `If-Match`. */
export function toAnswer(booking: Booking): Response {
  return json(toBookingJson(booking), { headers: { ETag: `"${booking.version}"` } });
}

function optionsOf(c: RouteInput<unknown, unknown>["c"]): MoveOptions {
  return { idempotencyKey: idempotencyKey(c), version: parseVersion(c.req.header("if-match")) };
}
