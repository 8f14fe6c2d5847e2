import { json, type Route, route } from "../route.ts";

export const serviceAlertRoutes: Route[] = [
  route({
    method: "GET",
    path: "/api/service-alerts",
    access: "signed_in",
    handle: async ({ services, actor }) =>
      json({
        items: (await services.serviceAlerts.list(actor)).map((service) => ({ service })),
      }),
  }),
  route({
    method: "PUT",
    path: "/api/service-alerts/:service",
    access: "signed_in",
    handle: async ({ services, actor, param }) => {
      await services.serviceAlerts.request(actor, param("service"));
      return new Response(null, { status: 204 });
    },
  }),
  route({
    method: "DELETE",
    path: "/api/service-alerts/:service",
    access: "signed_in",
    handle: async ({ services, actor, param }) => {
      await services.serviceAlerts.withdraw(actor, param("service"));
      return new Response(null, { status: 204 });
    },
  }),
];
