import document from "../../../docs/api/openapi.json" with { type: "json" };
import { NoQuery } from "../../contracts/catalog.ts";
import { matchesEtag, strongEtag } from "../etag.ts";
import { type Route, route } from "../route.ts";

/** It changes only with a new version. */
const CACHE_CONTROL = "public, max-age=300";

let rendered: { body: string; etag: string } | undefined;

export const apiDocumentRoutes: Route[] = [
  route({
    method: "GET",
    path: "/api/openapi.json",
    access: "public",
    query: NoQuery,
    handle: async ({ c }) => {
      rendered ??= await render();
      const { body, etag } = rendered;
      const headers = { ETag: etag, "Cache-Control": CACHE_CONTROL };
      if (matchesEtag(c.req.header("if-none-match"), etag)) {
        return new Response(null, { status: 304, headers });
      }
      return new Response(body, { headers: { ...headers, "Content-Type": "application/json" } });
    },
  }),
];

async function render() {
  const body = JSON.stringify(document);
  return { body, etag: await strongEtag(body) };
}
