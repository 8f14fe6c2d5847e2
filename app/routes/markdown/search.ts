import { formatMoment, formatMoney, zoneLabel } from "../../../worker/domain/format.ts";
import { page } from "../../page-guard.ts";
import { answerMarkdown, plain } from "./write.ts";

/** The results of a search; the address asks as the page's does. */
export const loader = page("public", async ({ request, context: { search } }) => {
  const url = new URL(request.url);
  const { result, cookies } = await search.run(url);
  if (!result) return answerMarkdown(["# Search", "", `Ask with \`${url.origin}/md/search?q=…\`.`]);
  const items = result.items.map(({ instructor, offering, nextSlot, nextStarts }) => {
    const start = nextSlot?.startAt ?? nextStarts[0];
    const next =
      start === undefined
        ? "no free time in the next weeks"
        : `next free ${formatMoment(start, instructor.timezone)} (${zoneLabel(instructor.timezone)})`;
    return `- [${plain(instructor.displayName)}](${url.origin}/md/instructors/${instructor.id}): ${plain(offering.service.name)}, ${formatMoney(offering.hourlyRateCents)} an hour, ${next}`;
  });
  const suggestions = result.suggestions.map(
    ({ label, count }) => `- ${plain(label)}: ${count} found`,
  );
  const answer = answerMarkdown([
    `# ${result.total} found for "${plain(result.query)}"`,
    "",
    ...items,
    ...(suggestions.length > 0 ? ["Nothing fits. Near it:", "", ...suggestions] : []),
  ]);
  // As the page: the results are of whoever asked.
  answer.headers.set("cache-control", "private, no-store");
  for (const cookie of cookies) answer.headers.append("set-cookie", cookie);
  return answer;
});
