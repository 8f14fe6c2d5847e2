/** What is shown to be copied, for a site and one of its instructors. */
export function toSamples(origin: string, instructorId: string) {
  const availability = `${origin}/api/public/instructors/${instructorId}/availability`;
  return {
    curl: `curl "${availability}"`,
    conditional: [
      `etag=$(curl -s -o /dev/null -D - "${availability}" | grep -i '^etag:' | cut -d' ' -f2 | tr -d '\\r')`,
      `curl -s -o /dev/null -w "%{http_code}\\n" -H "If-None-Match: $etag" "${availability}"`,
    ].join("\n"),
    typescript: `interface FreeTimes {
  timezone: string;
  availability_by_date?: Record<
    string,
    { date: string; available_slots: { start_time: string; start_at: string }[] }
  >;
}

export async function printFreeTimes(address: string) {
  const answer = await fetch(address);
  if (!answer.ok) {
    const { code, detail } = (await answer.json()) as { code: string; detail: string };
    throw new Error(code + ": " + detail);
  }
  const { timezone, availability_by_date = {} } = (await answer.json()) as FreeTimes;
  for (const { date, available_slots } of Object.values(availability_by_date)) {
    for (const { start_time, start_at } of available_slots) {
      // The clock is the instructor's; the instant is everybody's.
      console.log(date, start_time, timezone, new Date(start_at).toISOString());
    }
  }
}

await printFreeTimes("${availability}");`,
    client: `import { createApiClient } from "./client.ts";

const api = createApiClient({ baseUrl: "${origin}" });

const { data, error } = await api.GET("/api/public/instructors/{instructorId}/availability", {
  params: { path: { instructorId: "${instructorId}" } },
});
if (error) throw new Error(error.detail);
if (data.detail_level === "full") {
  for (const day of Object.values(data.availability_by_date)) {
    for (const slot of day.available_slots) {
      console.log(day.date, slot.start_time, data.timezone, slot.start_at);
    }
  }
}`,
    problem: `{
  "type": "urn:instainstru:problem:not_found",
  "title": "There is nothing here.",
  "status": 404,
  "detail": "There is nothing here.",
  "code": "not_found",
  "request_id": "0123456789abcdefghjkmnpqrs"
}`,
    key: `curl -H "Authorization: Bearer $API_KEY" "${origin}/api/bookings?when=upcoming"`,
    widget: `<script async src="${origin}/widget.js"
  data-instructor="${instructorId}" data-minutes="60" data-theme="auto"></script>`,
    webhook: `import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether a request is ours, and not one of long ago sent again. */
export function isGenuine(signature: string, body: string, secret: string, now = Date.now()) {
  const parts = signature.split(",").map((part) => part.split("="));
  const time = parts.find(([name]) => name === "t")?.[1] ?? "";
  if (Math.abs(now / 1000 - Number(time)) > 300) return false;
  const wanted = createHmac("sha256", secret).update(time + "." + body).digest();
  return parts.some(([name, hex = ""]) => {
    const given = Buffer.from(hex, "hex");
    return name === "v1" && given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}`,
  };
}
