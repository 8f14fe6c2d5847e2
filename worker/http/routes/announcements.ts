import {
  AnnouncementBody,
  AnnouncementListQuery,
  toAnnouncementJson,
  toManagedAnnouncementJson,
} from "../../contracts/announcements.ts";
import { toPageJson } from "../../contracts/common.ts";
import type { AppScope } from "../context.ts";
import { json, type Route, route } from "../route.ts";
import { findIdentity, getVisitor } from "../visitor.ts";

export function announcementRoutes({ random }: AppScope): Route[] {
  return [
    route({
      method: "GET",
      path: "/api/announcements/current",
      access: "anyone",
      handle: async ({ c, services }) => {
        const [actor, identity] = [await c.var.findActor(), await findIdentity(c)];
        const found = await services.announcements.findCurrent(actor, identity);
        return json({ announcement: found && toAnnouncementJson(found) });
      },
    }),
    route({
      method: "POST",
      path: "/api/announcements/:announcementId/dismiss",
      access: "anyone",
      handle: async ({ c, services, param }) => {
        const { visitor, cookies } = await getVisitor(c, random);
        await services.announcements.dismiss(visitor.identity, param("announcementId"));
        const headers = new Headers();
        for (const cookie of cookies) headers.append("Set-Cookie", cookie);
        return new Response(null, { status: 204, headers });
      },
    }),
    ...managementRoutes,
  ];
}

const managementRoutes: Route[] = [
  route({
    method: "GET",
    path: "/api/admin/announcements",
    access: "moderate_content",
    query: AnnouncementListQuery,
    handle: async ({ services, actor, query }) => {
      const page = await services.announcements.list(actor, query.page, query.per_page);
      return json(toPageJson(page, toManagedAnnouncementJson));
    },
  }),
  route({
    method: "POST",
    path: "/api/admin/announcements",
    access: "moderate_content",
    body: AnnouncementBody,
    handle: async ({ services, actor, body }) => {
      const created = await services.announcements.create(actor, body);
      const headers = { Location: `/api/admin/announcements/${created.id}` };
      return json(toManagedAnnouncementJson(created), { status: 201, headers });
    },
  }),
  route({
    method: "GET",
    path: "/api/admin/announcements/:announcementId",
    access: "moderate_content",
    handle: async ({ services, actor, param }) =>
      json(
        toManagedAnnouncementJson(await services.announcements.get(actor, param("announcementId"))),
      ),
  }),
  route({
    method: "PUT",
    path: "/api/admin/announcements/:announcementId",
    access: "moderate_content",
    body: AnnouncementBody,
    handle: async ({ services, actor, body, param }) => {
      const updated = await services.announcements.update(actor, param("announcementId"), body);
      return json(toManagedAnnouncementJson(updated));
    },
  }),
];
