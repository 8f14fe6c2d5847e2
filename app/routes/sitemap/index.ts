import { page } from "../../page-guard.ts";
import { xmlResponse } from "./xml.ts";

/** The list of the sitemaps: one of everything fixed, and as many of instructors as it takes. */
export const loader = page("public", async ({ request, context }) => {
  const { origin } = new URL(request.url);
  const starts = await context.services.sitemap.listPageStarts();
  const maps = [
    "/sitemap-pages.xml",
    ...starts.map((from) => `/sitemap-instructors.xml?from=${from}`),
  ];
  return xmlResponse("sitemapindex", [maps.map((path) => ({ loc: origin + path }))]);
});
