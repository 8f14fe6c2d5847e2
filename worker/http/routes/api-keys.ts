import { ApiKeyBody, toApiKeyJson } from "../../contracts/api-keys.ts";
import { json, type Route, route } from "../route.ts";

/** For people with a session: no key can make, see or revoke keys. */
export const apiKeyRoutes: Route[] = [
  route({
    method: "GET",
    path: "/api/api-keys",
    access: "signed_in",
    handle: async ({ services, actor }) =>
      json({ items: (await services.apiKeys.list(actor)).map(toApiKeyJson) }),
  }),
  route({
    method: "POST",
    path: "/api/api-keys",
    access: "signed_in",
    body: ApiKeyBody,
    handle: async ({ services, actor, body }) => {
      const { name, scopes, expires_in_days: days } = body;
      const { key, ...made } = await services.apiKeys.create(actor, { name, scopes, days });
      return json({ ...toApiKeyJson(made), key }, { status: 201 });
    },
  }),
  route({
    method: "DELETE",
    path: "/api/api-keys/:id",
    access: "signed_in",
    handle: async ({ services, actor, param }) => {
      await services.apiKeys.revoke(actor, param("id"));
      return new Response(null, { status: 204 });
    },
  }),
];
