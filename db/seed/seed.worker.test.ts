import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { isSeeded, seedDemo } from "./apply.ts";
import { generateDemo } from "./demo.ts";
import { seedReference } from "./reference.ts";

const NOW = Date.UTC(2026, 9, 20, 14, 7);

async function countRows(table: string): Promise<number> {
  const row = await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>();
  return row?.n ?? 0;
}

test("reference data is written once, however often, and the database then takes the whole demo", async () => {
  await seedReference(env.DB);
  const counts = {
    categories: 7,
    services: 307,
    areas: 158,
    permissions: 30,
    roles: 3,
    role_permissions: 10 + 13 + 30,
  };
  for (const [table, count] of Object.entries(counts)) expect(await countRows(table)).toBe(count);
  await env.DB.prepare("UPDATE services SET name = 'Pianoforte' WHERE slug = 'piano'").run();

  await seedReference(env.DB);
  for (const [table, count] of Object.entries(counts)) expect(await countRows(table)).toBe(count);
  const piano = await env.DB.prepare("SELECT * FROM services WHERE slug = 'piano'").first();
  expect(piano).toEqual({
    slug: "piano",
    category_slug: "music",
    name: "Piano",
    online_capable: 1,
    requires_certification: 0,
    display_order: 1,
  });

  expect(await isSeeded(env.DB)).toBe(false);
  const rows = generateDemo({ seed: 1, now: NOW, passwordHash: "hash" });
  await seedDemo(env.DB, rows);
  expect(await isSeeded(env.DB)).toBe(true);
  expect(await countRows("users")).toBe(rows.users.length);
  expect(await countRows("user_roles")).toBe(rows.userRoles.length);
  expect(await countRows("instructors")).toBe(rows.instructors.length);
  expect(await countRows("instructor_areas")).toBe(rows.instructorAreas.length);
  expect(await countRows("offerings")).toBe(rows.offerings.length);
  expect(await countRows("availability_hours")).toBe(rows.availabilityHours.length);
  expect(await countRows("blackouts")).toBe(rows.blackouts.length);
  expect(await countRows("bookings")).toBe(rows.bookings.length);
  expect(await countRows("booking_events")).toBe(rows.bookingEvents.length);
  expect(await countRows("guests")).toBe(rows.guests.length);
  expect(await countRows("search_history")).toBe(rows.searchHistory.length);
  expect(await countRows("search_events")).toBe(rows.searchEvents.length);
  expect(await countRows("search_interactions")).toBe(rows.searchInteractions.length);

  const [booking] = rows.bookings;
  const stored = await env.DB.prepare("SELECT * FROM bookings WHERE id = ?")
    .bind(booking?.id)
    .first();
  expect(stored).toMatchObject({
    student_id: booking?.studentId,
    start_at: booking?.startAt,
    price_cents: booking?.priceCents,
    location_detail: booking?.locationDetail,
  });
  const [offering] = rows.offerings;
  const kept = await env.DB.prepare("SELECT * FROM offerings WHERE id = ?")
    .bind(offering?.id)
    .first();
  expect(kept).toMatchObject({
    duration_options: JSON.stringify(offering?.durationOptions),
    is_active: 1,
  });
});
