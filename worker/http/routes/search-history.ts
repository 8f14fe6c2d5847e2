import { HistoryQuery, toHistoryJson } from "../../contracts/search.ts";
import { InteractionsBody } from "../../contracts/tracking.ts";
import type { AppScope } from "../context.ts";
import { json, type Route, route } from "../route.ts";
import { findIdentity, getVisitor } from "../visitor.ts";

export function searchHistoryRoutes({ random }: AppScope): Route[] {
  return [
    route({
      method: "GET",
      path: "/api/search-history",
      access: "anyone",
      query: HistoryQuery,
      handle: async ({ c, services, query }) => {
        const [actor, identity] = [await c.var.findActor(), await findIdentity(c)];
        const entries = await services.searchHistory.list(actor, identity, query.limit);
        return json({ items: entries.map(toHistoryJson) });
      },
    }),
    route({
      method: "POST",
      path: "/api/search-history/interactions",
      access: "anyone",
      body: InteractionsBody,
      handle: async ({ c, services, body }) => {
        const { visitor } = await getVisitor(c, random);
        services.tracking.recordInteractions(body.search_event_id, body.interactions, visitor);
        return json({ accepted: body.interactions.length }, { status: 202 });
      },
    }),
    route({
      method: "DELETE",
      path: "/api/search-history/:id",
      access: "anyone",
      handle: async ({ c, services, param }) => {
        const [actor, identity] = [await c.var.findActor(), await findIdentity(c)];
        await services.searchHistory.delete(actor, identity, param("id"));
        return new Response(null, { status: 204 });
      },
    }),
  ];
}
