import { formatMoney, plural } from "../../../worker/domain/format.ts";
import { page } from "../../page-guard.ts";
import { answerMarkdown, plain } from "./write.ts";

/** All services by category, those without an instructor last. */
export const loader = page("public", async ({ request, context: { services } }) => {
  const { origin } = new URL(request.url);
  const supply = await services.catalog.listSupply("lately");
  const sections = services.catalog.listCategories().flatMap(({ slug, name }) => {
    const own = supply.filter(({ category }) => category === slug);
    const taught = own.filter(({ instructorCount }) => instructorCount > 0);
    const waiting = own.filter(({ instructorCount }) => instructorCount === 0);
    return [
      "",
      `## ${plain(name)}`,
      "",
      ...taught.map(
        (service) =>
          `- [${plain(service.name)}](${origin}/md/search?service=${service.slug}): ${plural(service.instructorCount, "instructor")}, from ${formatMoney(service.minHourlyRateCents ?? 0)} an hour`,
      ),
      ...(waiting.length > 0
        ? ["", `Nobody teaches yet: ${waiting.map((service) => plain(service.name)).join(", ")}.`]
        : []),
    ];
  });
  return answerMarkdown(["# All services", "", `[Start](${origin}/llms.txt)`, ...sections]);
});
