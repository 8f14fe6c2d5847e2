import { toPageJson } from "../../contracts/common.ts";
import {
  OverrideBody,
  PeopleQuery,
  RolesBody,
  StatusBody,
  toPersonJson,
  toPersonSummaryJson,
} from "../../contracts/people.ts";
import { json, type Route, route } from "../route.ts";

export const peopleRoutes: Route[] = [
  route({
    method: "GET",
    path: "/api/admin/users",
    access: "view_all_users",
    query: PeopleQuery,
    handle: async ({ services, actor, query }) => {
      const page = await services.people.list(actor, {
        text: query.q || null,
        role: query.role ?? null,
        status: query.status ?? null,
        page: query.page,
        perPage: query.per_page,
      });
      return json(toPageJson(page, toPersonSummaryJson));
    },
  }),
  route({
    method: "GET",
    path: "/api/admin/users/:userId",
    access: "view_all_users",
    handle: async ({ services, actor, param }) =>
      json(toPersonJson(await services.people.get(actor, param("userId")))),
  }),
  route({
    method: "PUT",
    path: "/api/admin/users/:userId/roles",
    access: "manage_roles",
    body: RolesBody,
    handle: async ({ services, actor, param, body }) =>
      json(toPersonJson(await services.people.setRoles(actor, param("userId"), body.roles))),
  }),
  route({
    method: "PUT",
    path: "/api/admin/users/:userId/permissions/:permission",
    access: "manage_permissions",
    body: OverrideBody,
    handle: async ({ services, actor, param, body: { granted } }) => {
      const [userId, permission] = [param("userId"), param("permission")];
      return json(
        toPersonJson(await services.people.setOverride(actor, userId, permission, granted)),
      );
    },
  }),
  route({
    method: "DELETE",
    path: "/api/admin/users/:userId/permissions/:permission",
    access: "manage_permissions",
    handle: async ({ services, actor, param }) => {
      const [userId, permission] = [param("userId"), param("permission")];
      return json(toPersonJson(await services.people.setOverride(actor, userId, permission, null)));
    },
  }),
  route({
    method: "PUT",
    path: "/api/admin/users/:userId/status",
    access: "manage_users",
    body: StatusBody,
    handle: async ({ services, actor, param, body }) =>
      json(toPersonJson(await services.people.setStatus(actor, param("userId"), body.status))),
  }),
];
