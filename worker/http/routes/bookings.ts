import type { Context } from "hono";
import * as v from "valibot";
import {
  BookingBody,
  BookingListQuery,
  IdempotencyKey,
  toBookingJson,
} from "../../contracts/bookings.ts";
import { toPageJson } from "../../contracts/common.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AppEnv } from "../context.ts";
import { json, type Route, route } from "../route.ts";
import { findLastSearch } from "../visitor.ts";

export const bookingRoutes: Route[] = [
  route({
    method: "POST",
    path: "/api/bookings",
    access: "create_bookings",
    body: BookingBody,
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
    handle: async ({ services, actor, body }) => {
      const { code, priceCents } = await services.bookings.check(actor, body);
      return json({ available: code === null, ...(code && { code }), price_cents: priceCents });
    },
  }),
  route({
    method: "GET",
    path: "/api/bookings/:bookingId",
    access: "signed_in",
    handle: async ({ services, actor, param }) =>
      json(toBookingJson(await services.bookings.get(actor, param("bookingId")))),
  }),
];

/** The header, or null without one. Throws `validation_failed` for one that is too long. */
function idempotencyKey(c: Context<AppEnv>): string | null {
  const header = c.req.header("idempotency-key");
  if (header === undefined) return null;
  if (v.is(IdempotencyKey, header)) return header;
  const message = "must be 1 to 255 printable ASCII characters";
  throw new DomainError("validation_failed", { errors: [{ path: "Idempotency-Key", message }] });
}
