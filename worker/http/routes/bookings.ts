import { BookingBody, BookingListQuery, toBookingJson } from "../../contracts/bookings.ts";
import { toPageJson } from "../../contracts/common.ts";
import { idempotencyKey } from "../idempotency-key.ts";
import { json, type Route, route } from "../route.ts";
import { findLastSearch } from "../visitor.ts";
import { toAnswer } from "./bookings-moves.ts";

export const bookingRoutes: Route[] = [
  route({
    method: "POST",
    path: "/api/bookings",
    access: "create_bookings",
    body: BookingBody,
    prepare: ({ services, body }) => services.bookings.lookUp(body),
    handle: async ({ c, services, actor, body }) => {
      const booking = await services.bookings.create(
        actor,
        body,
        idempotencyKey(c),
        await findLastSearch(c),
      );
      return json(toBookingJson(booking), {
        status: 201,
        headers: { Location: `/api/bookings/${booking.id}` },
      });
    },
  }),
  route({
    method: "GET",
    path: "/api/bookings",
    access: "signed_in",
    scope: "bookings:read",
    query: BookingListQuery,
    handle: async ({ services, actor, query }) => {
      const page = await services.bookings.list(actor, {
        when: query.when,
        as: query.as,
        page: query.page,
        perPage: query.per_page,
      });
      return json(toPageJson(page, toBookingJson));
    },
  }),
  route({
    method: "POST",
    path: "/api/bookings/check",
    access: "create_bookings",
    body: BookingBody,
    prepare: ({ services, body }) => services.bookings.lookUp(body),
    handle: async ({ services, actor, body }) => {
      const { code, priceCents } = await services.bookings.check(actor, body);
      return json({ available: code === null, ...(code && { code }), price_cents: priceCents });
    },
  }),
  route({
    method: "GET",
    path: "/api/bookings/:bookingId",
    access: "signed_in",
    scope: "bookings:read",
    handle: async ({ services, actor, param }) =>
      toAnswer(await services.bookings.get(actor, param("bookingId"))),
  }),
];
