import { page } from "../../page-guard.ts";
import { toSearchPath } from "../../search-path.ts";
import { xmlResponse } from "./xml.ts";

const FIXED = ["/", "/services", "/developers", "/privacy", "/terms"];

/** Pages that are always there, and the searches for what somebody teaches. */
export const loader = page("public", async ({ request, context: { services } }) => {
  const { origin } = new URL(request.url);
  const supply = await services.catalog.listSupply("lately");
  const taught = supply.filter(({ instructorCount }) => instructorCount > 0);
  const categories = new Set(taught.map(({ category }) => category));
  const paths = [
    ...FIXED,
    ...[...categories].map((category) => toSearchPath({ category })),
    ...taught.map(({ slug }) => toSearchPath({ service: slug })),
  ];
  return xmlResponse("urlset", [paths.map((path) => ({ loc: origin + path }))]);
});
