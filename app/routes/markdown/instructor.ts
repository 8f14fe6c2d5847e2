import {
  formatDate,
  formatDuration,
  formatMoney,
  formatTime,
  placeLabel,
  plural,
  zoneLabel,
} from "../../../worker/domain/format.ts";
import { toRfc3339 } from "../../../worker/domain/local-time.ts";
import { onePerHour, toFreeDays } from "../../free-days.ts";
import { DAYS_SHOWN, loadFreeWeek } from "../../free-week.ts";
import { page } from "../../page-guard.ts";
import { answerMarkdown, plain } from "./write.ts";

/** A profile with the free times of its next seven days. */
export const loader = page("public", async ({ params, request, context: { services } }) => {
  const id = params.id ?? "";
  const { origin } = new URL(request.url);
  await services.availability.lookUp(id);
  const [instructor, week] = await Promise.all([
    services.instructors.getPublic(id),
    loadFreeWeek(services, id, null),
  ]);
  const offerings = instructor.offerings.map(
    ({ service, hourlyRateCents, durationOptions, locationTypes }) =>
      `- ${plain(service.name)}: ${formatMoney(hourlyRateCents)} an hour; ${durationOptions.map(formatDuration).join(", ")}; ${locationTypes.map((type) => placeLabel(type)).join(", ")}`,
  );
  const shortest = Math.min(
    ...instructor.offerings.flatMap(({ durationOptions }) => durationOptions),
  );
  const { free, from, timezone: zone } = week;
  const shown = toFreeDays({ free, zone, from, days: DAYS_SHOWN, durationMinutes: shortest });
  const days = shown.map(({ date, starts }) => {
    const fitting = starts.filter(({ isFitting }) => isFitting);
    const links = onePerHour(fitting, zone).map(
      ({ at }) =>
        `[${formatTime(at, zone)}](${origin}/instructors/${id}/book?start_at=${toRfc3339(at)})`,
    );
    return `- ${formatDate(date)}: ${links.length > 0 ? links.join(", ") : "nothing free"}`;
  });
  return answerMarkdown([
    `# ${plain(instructor.displayName)}`,
    "",
    plain(instructor.bio),
    "",
    `Teaching for ${plural(instructor.yearsExperience, "year")}. In ${instructor.areas.map(({ name }) => plain(name)).join(", ")}.`,
    "",
    "## Lessons",
    "",
    ...offerings,
    "",
    `## Free times (${zoneLabel(zone)})`,
    "",
    "One start for each hour. A longer lesson needs more time after it, which booking checks.",
    "",
    ...days,
    "",
    `[Page](${origin}/instructors/${id}) · [Availability as JSON](${origin}/api/public/instructors/${id}/availability)`,
  ]);
});
