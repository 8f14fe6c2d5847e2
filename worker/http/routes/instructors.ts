import { InstructorListQuery, NoQuery, toPublicInstructorJson } from "../../contracts/catalog.ts";
import { toPageJson } from "../../contracts/common.ts";
import { json, type Route, route } from "../route.ts";

export const instructorRoutes: Route[] = [
  route({
    method: "GET",
    path: "/api/instructors",
    access: "public",
    query: InstructorListQuery,
    handle: async ({ services, query }) => {
      const page = await services.instructors.list({
        service: query.service ?? null,
        page: query.page,
        perPage: query.per_page,
      });
      return json(toPageJson(page, toPublicInstructorJson));
    },
  }),
  route({
    method: "GET",
    path: "/api/instructors/:instructorId",
    access: "public",
    query: NoQuery,
    handle: async ({ services, param }) =>
      json(toPublicInstructorJson(await services.instructors.getPublic(param("instructorId")))),
  }),
];
