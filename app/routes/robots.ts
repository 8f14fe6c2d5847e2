import { page } from "../page-guard.ts";

const FRESH_SECONDS = 3600;

/** Pages of one person, and whatever is no page at all. */
const CLOSED = ["/account", "/admin", "/api/", "/dev/", "/lessons", "/teach", "/*/book"];

/** What search engines may visit: nothing where the site is only tried out. */
export const loader = page("public", async ({ request, context: { tier } }) => {
  const { origin } = new URL(request.url);
  const lines =
    tier === "stg"
      ? ["User-agent: *", "Disallow: /"]
      : [
          "User-agent: *",
          ...CLOSED.map((path) => `Disallow: ${path}`),
          "",
          `Sitemap: ${origin}/sitemap.xml`,
        ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": `public, max-age=${FRESH_SECONDS}`,
    },
  });
});
