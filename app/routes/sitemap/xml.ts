import { toRfc3339 } from "../../../worker/domain/local-time.ts";

const FRESH_SECONDS = 3600;

/** An address, with the moment of its last change where it is known. */
export interface Entry {
  loc: string;
  changedAt?: number;
}

/** A sitemap (`urlset`), or the list of the sitemaps (`sitemapindex`), sent on as it comes in. */
export function xmlResponse(
  kind: "urlset" | "sitemapindex",
  chunks: AsyncIterable<Entry[]> | Iterable<Entry[]>,
): Response {
  const pieces = toXml(kind, chunks);
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/xml; charset=utf-8",
      "Cache-Control": `public, max-age=${FRESH_SECONDS}`,
    },
  });
}

/** The document in pieces. */
export async function* toXml(
  kind: "urlset" | "sitemapindex",
  chunks: AsyncIterable<Entry[]> | Iterable<Entry[]>,
): AsyncGenerator<string> {
  const tag = kind === "urlset" ? "url" : "sitemap";
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<${kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n`;
  for await (const chunk of chunks) {
    yield chunk.map((entry) => `<${tag}>${toTags(entry)}</${tag}>\n`).join("");
  }
  yield `</${kind}>\n`;
}

function toTags({ loc, changedAt }: Entry): string {
  const escaped = loc.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const changed = changedAt === undefined ? "" : `<lastmod>${toRfc3339(changedAt)}</lastmod>`;
  return `<loc>${escaped}</loc>${changed}`;
}
