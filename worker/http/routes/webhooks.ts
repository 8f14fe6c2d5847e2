import { toPageJson } from "../../contracts/common.ts";
import {
  DeliveryListQuery,
  toDeliveryJson,
  toWebhookJson,
  WebhookBody,
} from "../../contracts/webhooks.ts";
import { json, type Route, route } from "../route.ts";

export const webhookRoutes: Route[] = [
  route({
    method: "GET",
    path: "/api/webhooks",
    access: "manage_instructor_profile",
    handle: async ({ services, actor }) =>
      json({ items: (await services.webhooks.list(actor)).map(toWebhookJson) }),
  }),
  route({
    method: "POST",
    path: "/api/webhooks",
    access: "manage_instructor_profile",
    body: WebhookBody,
    handle: async ({ services, actor, body }) => {
      const { secret, ...webhook } = await services.webhooks.create(actor, body);
      return json({ ...toWebhookJson(webhook), secret }, { status: 201 });
    },
  }),
  route({
    method: "GET",
    path: "/api/webhooks/:id",
    access: "manage_instructor_profile",
    handle: async ({ services, actor, param }) =>
      json(toWebhookJson(await services.webhooks.get(actor, param("id")))),
  }),
  route({
    method: "DELETE",
    path: "/api/webhooks/:id",
    access: "manage_instructor_profile",
    handle: async ({ services, actor, param }) => {
      await services.webhooks.delete(actor, param("id"));
      return new Response(null, { status: 204 });
    },
  }),
  route({
    method: "POST",
    path: "/api/webhooks/:id/rotate-secret",
    access: "manage_instructor_profile",
    handle: async ({ services, actor, param }) => {
      const { secret, ...webhook } = await services.webhooks.rotateSecret(actor, param("id"));
      return json({ ...toWebhookJson(webhook), secret });
    },
  }),
  route({
    method: "GET",
    path: "/api/webhooks/:id/deliveries",
    access: "manage_instructor_profile",
    query: DeliveryListQuery,
    handle: async ({ services, actor, query, param }) => {
      const paging = { page: query.page, perPage: query.per_page };
      const log = await services.webhooks.listDeliveries(actor, param("id"), paging);
      return json(toPageJson(log, toDeliveryJson));
    },
  }),
  route({
    method: "POST",
    path: "/api/webhooks/:id/deliveries/:eventId/replay",
    access: "manage_instructor_profile",
    handle: async ({ services, actor, param }) => {
      await services.webhooks.replay(actor, param("id"), param("eventId"));
      return new Response(null, { status: 202 });
    },
  }),
];
