import type { Context } from "hono";
import { toPageJson } from "../../contracts/common.ts";
import {
  ApplyWeekBody,
  BlackoutBody,
  BlackoutListQuery,
  ClearHoursBody,
  CopyWeekBody,
  DateHoursBody,
  toBlackoutJson,
  toDayJson,
  toWeekJson,
  toWeeklyHoursJson,
  WeeklyHoursBody,
  WeekQuery,
} from "../../contracts/hours.ts";
import type { Actor } from "../../domain/actor.ts";
import { invalidField } from "../../domain/errors.ts";
import type { HoursEdit } from "../../domain/hours-edit.ts";
import { parseLocalDate } from "../../domain/local-time.ts";
import { toTeachingDay } from "../../domain/week.ts";
import type { EditedHours } from "../../services/hours.ts";
import type { AppEnv } from "../context.ts";
import { parseIfMatch, toHoursEtag } from "../hours-etag.ts";
import { json, type Route, route } from "../route.ts";

const AVAILABILITY = "/api/instructors/me/availability";
const BLACKOUTS = "/api/instructors/me/blackouts";

const access = "manage_availability";

export const hoursRoutes: Route[] = [
  route({
    method: "GET",
    path: `${AVAILABILITY}/weekly`,
    access,
    handle: async ({ services, actor }) => {
      const { hours, seen } = await services.hours.getWeekly(actor);
      return json(toWeeklyHoursJson(hours), { headers: { ETag: await toHoursEtag(seen) } });
    },
  }),
  route({
    method: "PUT",
    path: `${AVAILABILITY}/weekly`,
    access,
    body: WeeklyHoursBody,
    handle: async ({ c, actor, body }) => {
      const timezone = body.timezone ?? null;
      return await edit(c, actor, { kind: "weekly", timezone, weekly: body.hours }, ({ hours }) =>
        toWeeklyHoursJson(hours),
      );
    },
  }),
  route({
    method: "GET",
    path: `${AVAILABILITY}/week`,
    access,
    query: WeekQuery,
    handle: async ({ services, actor, query }) => {
      const { week, seen } = await services.hours.getWeek(actor, query.start);
      const body = toWeekJson(week);
      return json(body, { headers: { ETag: await toHoursEtag(seen, JSON.stringify(body)) } });
    },
  }),
  route({
    method: "PUT",
    path: `${AVAILABILITY}/dates/:date`,
    access,
    body: DateHoursBody,
    handle: async ({ c, actor, param, body }) => {
      const date = toDate(param("date"));
      return await edit(c, actor, { kind: "date", date, ranges: body.ranges }, ({ hours }) =>
        toDayJson(toTeachingDay(hours, date)),
      );
    },
  }),
  route({
    method: "DELETE",
    path: `${AVAILABILITY}/dates/:date`,
    access,
    handle: async ({ c, actor, param }) => {
      const date = toDate(param("date"));
      return await edit(c, actor, { kind: "date", date, ranges: null }, ({ hours }) =>
        toDayJson(toTeachingDay(hours, date)),
      );
    },
  }),
  route({
    method: "POST",
    path: `${AVAILABILITY}/copy-week`,
    access,
    body: CopyWeekBody,
    handle: async ({ c, actor, body }) =>
      await edit(c, actor, { kind: "copy_week", ...body }, toChangedJson),
  }),
  route({
    method: "POST",
    path: `${AVAILABILITY}/apply-week`,
    access,
    body: ApplyWeekBody,
    handle: async ({ c, actor, body: { from, start_date: startOn, end_date: endOn } }) =>
      await edit(c, actor, { kind: "apply_week", from, startOn, endOn }, toChangedJson),
  }),
  route({
    method: "POST",
    path: `${AVAILABILITY}/clear`,
    access,
    body: ClearHoursBody,
    handle: async ({ c, actor, body: { start_date: startOn, end_date: endOn } }) =>
      await edit(c, actor, { kind: "clear", startOn, endOn }, toChangedJson),
  }),
  route({
    method: "GET",
    path: BLACKOUTS,
    access,
    query: BlackoutListQuery,
    handle: async ({ services, actor, query: { page, per_page: perPage } }) =>
      json(toPageJson(await services.blackouts.list(actor, { page, perPage }), toBlackoutJson)),
  }),
  route({
    method: "POST",
    path: BLACKOUTS,
    access,
    body: BlackoutBody,
    handle: async ({ services, actor, body }) => {
      const { start_date: startOn, end_date: endOn, reason } = body;
      const wanted = { startOn, endOn, reason: reason ?? null };
      return json(toBlackoutJson(await services.blackouts.create(actor, wanted)), { status: 201 });
    },
  }),
  route({
    method: "DELETE",
    path: `${BLACKOUTS}/:blackoutId`,
    access,
    handle: async ({ services, actor, param }) => {
      await services.blackouts.remove(actor, param("blackoutId"));
      return new Response(null, { status: 204 });
    },
  }),
];

/** Makes an edit under the request's condition; the answer's tag is the condition of the next one. */
async function edit(
  c: Context<AppEnv>,
  actor: Actor | null,
  wanted: HoursEdit,
  toJson: (edited: EditedHours) => unknown,
): Promise<Response> {
  const seen = parseIfMatch(c.req.header("if-match"));
  const edited = await c.var.services.hours.edit(actor, wanted, seen);
  return json(toJson(edited), { headers: { ETag: await toHoursEtag(edited.seen) } });
}

function toChangedJson({ changedDates }: EditedHours) {
  return { changed_dates: changedDates };
}

/** Throws `validation_failed` for what is no real date. */
function toDate(text: string): string {
  const date = parseLocalDate(text);
  if (date === null) throw invalidField("date", "must be a real date such as 2026-12-01");
  return date;
}
