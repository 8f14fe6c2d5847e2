import { toPageJson } from "../../contracts/common.ts";
import {
  NewOfferingBody,
  NewProfileBody,
  OfferingChangesBody,
  OfferingListQuery,
  ProfileChangesBody,
  toOfferingFacts,
  toOwnOfferingJson,
  toProfileFacts,
  toStatsJson,
  toTeachingProfileJson,
} from "../../contracts/teaching.ts";
import { sessionCookie } from "../cookies.ts";
import { isSecureUrl } from "../middleware/request.ts";
import { json, type Route, route } from "../route.ts";

const ME = "/api/instructors/me";
const OFFERINGS = `${ME}/offerings`;

export const teachingRoutes: Route[] = [
  route({
    method: "POST",
    path: ME,
    access: "signed_in",
    body: NewProfileBody,
    handle: async ({ services, actor, body }) => {
      const profile = await services.teaching.create(actor, toProfileFacts(body));
      return json(toTeachingProfileJson(profile), { status: 201, headers: { Location: ME } });
    },
  }),
  route({
    method: "GET",
    path: ME,
    access: "manage_instructor_profile",
    handle: async ({ services, actor }) =>
      json(toTeachingProfileJson(await services.teaching.get(actor))),
  }),
  route({
    method: "PATCH",
    path: ME,
    access: "manage_instructor_profile",
    body: ProfileChangesBody,
    handle: async ({ services, actor, body }) =>
      json(toTeachingProfileJson(await services.teaching.update(actor, toProfileFacts(body)))),
  }),
  ...(["suspend", "reactivate"] as const).map((change) =>
    route({
      method: "POST",
      path: `${ME}/${change}`,
      access: "suspend_own_instructor_account",
      handle: async ({ services, actor }) => {
        await services.teaching.changeStatus(actor, change);
        return new Response(null, { status: 204 });
      },
    }),
  ),
  route({
    method: "POST",
    path: `${ME}/deactivate`,
    access: "suspend_own_instructor_account",
    handle: async ({ c, services, actor }) => {
      await services.teaching.changeStatus(actor, "deactivate");
      const cookie = sessionCookie(isSecureUrl(c.req.url)).clear();
      return new Response(null, { status: 204, headers: { "Set-Cookie": cookie } });
    },
  }),
  route({
    method: "GET",
    path: OFFERINGS,
    access: "manage_services",
    query: OfferingListQuery,
    handle: async ({ services, actor, query: { page, per_page: perPage } }) =>
      json(toPageJson(await services.offerings.list(actor, { page, perPage }), toOwnOfferingJson)),
  }),
  route({
    method: "POST",
    path: OFFERINGS,
    access: "manage_services",
    body: NewOfferingBody,
    handle: async ({ services, actor, body }) => {
      const facts = toOfferingFacts(body);
      const offering = await services.offerings.create(actor, body.service, facts);
      return json(toOwnOfferingJson(offering), {
        status: 201,
        headers: { Location: `${OFFERINGS}/${offering.id}` },
      });
    },
  }),
  route({
    method: "PATCH",
    path: `${OFFERINGS}/:offeringId`,
    access: "manage_services",
    body: OfferingChangesBody,
    handle: async ({ services, actor, param, body }) => {
      const changes = { ...toOfferingFacts(body), isActive: body.is_active };
      const offering = await services.offerings.update(actor, param("offeringId"), changes);
      return json(toOwnOfferingJson(offering));
    },
  }),
  route({
    method: "DELETE",
    path: `${OFFERINGS}/:offeringId`,
    access: "manage_services",
    handle: async ({ services, actor, param }) => {
      await services.offerings.remove(actor, param("offeringId"));
      return new Response(null, { status: 204 });
    },
  }),
  route({
    method: "GET",
    path: "/api/bookings/stats",
    access: "view_own_instructor_analytics",
    handle: async ({ services, actor }) =>
      json(toStatsJson(await services.instructorStats.get(actor))),
  }),
];
