import * as v from "valibot";
import { suggestCompletions } from "../../domain/search-query/complete.ts";
import type { AppScope } from "../context.ts";
import { json, type Route, route } from "../route.ts";

const MOST_SUGGESTIONS = 8;

/** Names change only with a new version, so a browser need not ask twice within an hour. */
const CACHE_CONTROL = "public, max-age=3600";

const CompleteQuery = v.strictObject({
  q: v.pipe(v.string(), v.maxLength(200, "is longer than 200 characters")),
});

/** What somebody may be about to type. Answered from memory. */
export function completeRoutes({ searchFacts }: AppScope): Route[] {
  return [
    route({
      method: "GET",
      path: "/api/search/complete",
      access: "public",
      query: CompleteQuery,
      handle: ({ query }) =>
        json(
          { items: suggestCompletions(searchFacts.index, query.q, MOST_SUGGESTIONS) },
          { headers: { "Cache-Control": CACHE_CONTROL } },
        ),
    }),
  ];
}
