import type { Context } from "hono";
import { toRfc3339 } from "../../domain/local-time.ts";
import type { AppEnv } from "../context.ts";
import { matchesEtag, strongEtag } from "../etag.ts";
import { json, type Route, route } from "../route.ts";

/** Programs ask again after this: a lesson booked now is in the calendar soon enough. */
const FEED_MAX_AGE = 300;

const CALENDAR_TYPE = "text/calendar; charset=utf-8";

export const calendarRoutes: Route[] = [
  route({
    method: "GET",
    path: "/api/bookings/:bookingId/calendar.ics",
    access: "view_own_bookings",
    handle: async ({ services, actor, param }) =>
      new Response(await services.calendar.getLesson(actor, param("bookingId")), {
        headers: {
          "content-type": CALENDAR_TYPE,
          "content-disposition": 'attachment; filename="lesson.ics"',
        },
      }),
  }),
  route({
    method: "GET",
    path: "/api/calendar/feed",
    access: "view_own_bookings",
    handle: async ({ services, actor }) => {
      const feed = await services.calendar.findFeed(actor);
      return json({ exists: feed !== null, created_at: feed && toRfc3339(feed.createdAt) });
    },
  }),
  route({
    method: "POST",
    path: "/api/calendar/feed",
    access: "view_own_bookings",
    handle: async ({ services, actor }) => {
      const { url, freeBusyUrl } = await services.calendar.createFeed(actor);
      return json({ url, free_busy_url: freeBusyUrl }, { status: 201 });
    },
  }),
  route({
    method: "DELETE",
    path: "/api/calendar/feed",
    access: "view_own_bookings",
    handle: async ({ services, actor }) => {
      await services.calendar.deleteFeed(actor);
      return new Response(null, { status: 204 });
    },
  }),
  route({
    method: "GET",
    path: "/api/calendar/free-busy/:file",
    access: "anyone",
    handle: async ({ c, services, param }) =>
      answerFeed(c, await services.calendar.readFreeBusy(param("file").replace(/\.ics$/, ""))),
  }),
  route({
    method: "GET",
    path: "/api/calendar/:file",
    access: "anyone",
    handle: async ({ c, services, param }) =>
      answerFeed(c, await services.calendar.readFeed(param("file").replace(/\.ics$/, ""))),
  }),
];

/** Whoever knows the address reads it, without signing in; nobody else's cache may keep it. */
async function answerFeed(c: Context<AppEnv>, file: string): Promise<Response> {
  const etag = await strongEtag(file);
  const headers = {
    ETag: etag,
    "Cache-Control": `private, max-age=${FEED_MAX_AGE}`,
    "Referrer-Policy": "no-referrer",
  };
  if (matchesEtag(c.req.header("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(file, { headers: { ...headers, "content-type": CALENDAR_TYPE } });
}
