import { page } from "../../page-guard.ts";
import { type Entry, xmlResponse } from "./xml.ts";

/** One page of the instructors, from an id that the list of the sitemaps names. */
export const loader = page("public", async ({ request, context }) => {
  const { origin, searchParams } = new URL(request.url);
  const chunks = context.services.sitemap.streamPage(searchParams.get("from") ?? "");
  return xmlResponse("urlset", toEntries(chunks, origin));
});

async function* toEntries(
  chunks: AsyncIterable<{ id: string; updatedAt: number }[]>,
  origin: string,
): AsyncGenerator<Entry[]> {
  for await (const chunk of chunks) {
    yield chunk.map(({ id, updatedAt }) => ({
      loc: `${origin}/instructors/${id}`,
      changedAt: updatedAt,
    }));
  }
}
