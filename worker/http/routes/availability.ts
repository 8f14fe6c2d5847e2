import {
  AvailabilityQuery,
  CheckSlotsBody,
  NextAvailableManyQuery,
  NextAvailableQuery,
  toAvailabilityJson,
  toNextSlotJson,
} from "../../contracts/availability.ts";
import { toRfc3339 } from "../../domain/local-time.ts";
import type { PublicAvailability } from "../../services/availability-answers.ts";
import type { AppOptions } from "../context.ts";
import { matchesEtag, strongEtag } from "../etag.ts";
import { titleOf } from "../problem.ts";
import { json, type Route, route } from "../route.ts";

/** The longest that a browser may show free times without asking again. */
const MAX_AGE_SECONDS = 30;

export function availabilityRoutes({ settings }: AppOptions): Route[] {
  // The use-case gives the same object while its answer stands: its bytes are made once.
  const rendered = new WeakMap<
    PublicAvailability,
    { body: Uint8Array<ArrayBuffer>; etag: string }
  >();
  const render = async (availability: PublicAvailability) => {
    const known = rendered.get(availability);
    if (known) return known;
    const text = JSON.stringify(toAvailabilityJson(availability, settings));
    const made = { body: new TextEncoder().encode(text), etag: await strongEtag(text) };
    rendered.set(availability, made);
    return made;
  };
  return [
    route({
      method: "GET",
      path: "/api/public/instructors/:instructorId/availability",
      access: "public",
      query: AvailabilityQuery,
      handle: async ({ c, services, query, param }) => {
        const availability = await services.availability.getPublic(param("instructorId"), {
          startOn: query.start_date ?? null,
          endOn: query.end_date ?? null,
        });
        const { body, etag } = await render(availability);
        const headers = {
          ETag: etag,
          "Cache-Control": cacheControl(availability.validUntil - c.get("now")),
          Vary: "Accept-Encoding",
        };
        if (matchesEtag(c.req.header("if-none-match"), etag)) {
          return new Response(null, { status: 304, headers });
        }
        return new Response(body, { headers: { ...headers, "Content-Type": "application/json" } });
      },
    }),
    route({
      method: "GET",
      path: "/api/public/instructors/:instructorId/next-available",
      access: "public",
      query: NextAvailableQuery,
      handle: async ({ services, query, param }) => {
        const minutes = query.duration_minutes;
        const slot = await services.availability.findNext(param("instructorId"), minutes);
        return json(toNextSlotJson(slot, minutes));
      },
    }),
    route({
      method: "GET",
      path: "/api/public/next-available",
      access: "public",
      query: NextAvailableManyQuery,
      handle: async ({ services, query }) => {
        const minutes = query.duration_minutes;
        const slots = await services.availability.findNextForMany(query.instructor_ids, minutes);
        const results = [...slots].map(([id, slot]) => [id, toNextSlotJson(slot, minutes)]);
        return json({ results: Object.fromEntries(results) });
      },
    }),
    route({
      method: "POST",
      path: "/api/public/instructors/:instructorId/check-slots",
      access: "public",
      body: CheckSlotsBody,
      handle: async ({ services, body, param }) => {
        const checks = await services.availability.checkSlots(param("instructorId"), body.items);
        return json({
          items: checks.map(({ startAt, code }) => ({
            start_at: toRfc3339(startAt),
            available: code === null,
            ...(code && { code, detail: titleOf(code) }),
          })),
        });
      },
    }),
  ];
}

/** Rule: never fresh past the instant at which the answer changes by itself. */
function cacheControl(validForMs: number): string {
  const maxAge = Math.max(0, Math.min(MAX_AGE_SECONDS, Math.floor(validForMs / 1000)));
  return `public, max-age=${maxAge}, stale-while-revalidate=60, stale-if-error=0`;
}
