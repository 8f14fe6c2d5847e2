import { page } from "../../page-guard.ts";
import { answerMarkdown } from "./write.ts";

/** What a program that helps somebody should know of the site: https://llmstxt.org. */
export const loader = page("public", async ({ request }) => {
  const { origin } = new URL(request.url);
  return answerMarkdown([
    "# iNSTAiNSTRU",
    "",
    "> Lessons with instructors in New York City: find one, see real free times, book.",
    "",
    "The services, the search and each instructor have twins in Markdown; what is not linked here is for",
    "reading in a browser. The API is JSON over HTTPS and needs no key for what is listed here. Prices are",
    "US dollars; in the API they are whole cents. Instants are RFC 3339 in UTC; dates and times without a",
    "zone are on the instructor's clock.",
    "",
    "## Pages",
    "",
    `- [All services](${origin}/md/services): what is taught, by how many, from which price`,
    `- [Search](${origin}/md/search?q=piano%20under%20%2480%20in%20brooklyn%20tomorrow%20evening): everyday English after \`q=\`; each result leads to the instructor's twin`,
    `- Instructor: \`${origin}/md/instructors/{id}\`: about them, prices, free times of the next seven days with a link to book each`,
    "",
    "## API",
    "",
    `- [Description of every route](${origin}/api/openapi.json) (OpenAPI 3.1)`,
    `- [Guide for developers](${origin}/developers): freshness, clocks, refusals, limits, keys, webhooks`,
    `- \`GET ${origin}/api/search/instructors?q=…\``,
    `- \`GET ${origin}/api/public/instructors/{id}/availability?start_date=&end_date=\``,
    `- \`GET ${origin}/api/public/instructors/{id}/next-available?duration_minutes=60\``,
    `- \`POST ${origin}/api/public/instructors/{id}/check-slots\` says whether a start can be booked, and why not`,
    "",
    "## Booking",
    "",
    "A lesson is booked by the person, signed in. Link to the address of a free time: it opens the booking",
    "with the time chosen, and signing up on the way loses nothing. Cancelling is free until 24 hours before",
    "the start, costs half of the price until 12 hours before and all of it after that.",
  ]);
});
