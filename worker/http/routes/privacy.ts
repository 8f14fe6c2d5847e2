import {
  EraseOwnBody,
  EraseUserBody,
  PrivacyChoicesBody,
  toErasureJson,
  toRetentionJson,
  toStatisticsJson,
} from "../../contracts/privacy.ts";
import { sessionCookie } from "../cookies.ts";
import { isSecureUrl } from "../middleware/request.ts";
import { json, type Route, route } from "../route.ts";
import { clientOf } from "../visitor.ts";

export const privacyRoutes: Route[] = [
  route({
    method: "GET",
    path: "/api/privacy/export/me",
    access: "signed_in",
    handle: async ({ services, actor }) => attachment(await services.privacy.exportOwn(actor)),
  }),
  route({
    method: "GET",
    path: "/api/privacy/export/user/:id",
    access: "manage_users",
    handle: async ({ services, actor, param }) =>
      attachment(await services.privacy.exportUser(actor, param("id"))),
  }),
  route({
    method: "POST",
    path: "/api/privacy/delete/me",
    access: "delete_own_account",
    body: EraseOwnBody,
    handle: async ({ c, services, actor, body }) =>
      json(toErasureJson(await services.privacy.eraseOwn(actor, body, await clientOf(c))), {
        headers: { "Set-Cookie": sessionCookie(isSecureUrl(c.req.url)).clear() },
      }),
  }),
  route({
    method: "POST",
    path: "/api/privacy/delete/user/:id",
    access: "manage_users",
    body: EraseUserBody,
    handle: async ({ services, actor, body, param }) =>
      json(toErasureJson(await services.privacy.eraseUser(actor, param("id"), body.mode))),
  }),
  route({
    method: "PUT",
    path: "/api/privacy/choices",
    access: "signed_in",
    body: PrivacyChoicesBody,
    handle: async ({ services, actor, body }) => {
      await services.privacy.setChoices(actor, {
        ...(body.measuring_declined !== undefined && {
          isMeasuringDeclined: body.measuring_declined,
        }),
        ...(body.clear_searches !== undefined && { clearsSearches: body.clear_searches }),
      });
      return new Response(null, { status: 204 });
    },
  }),
  route({
    method: "GET",
    path: "/api/privacy/statistics",
    access: "access_monitoring",
    handle: async ({ services, actor }) =>
      json(toStatisticsJson(await services.privacy.statistics(actor))),
  }),
  route({
    method: "POST",
    path: "/api/privacy/retention/apply",
    access: "manage_users",
    handle: async ({ services, actor }) =>
      json(toRetentionJson(await services.privacy.applyRetention(actor))),
  }),
];

/** A file to keep, not a page to look at. */
function attachment(document: object): Response {
  return json(document, {
    headers: { "content-disposition": 'attachment; filename="personal-data.json"' },
  });
}
