import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../db/client.ts";
import { createJobRunRepository } from "../../db/repositories/job-runs.ts";
import { createSearchCountRepository } from "../../db/repositories/search-counts.ts";
import { createServiceMetricsRepository } from "../../db/repositories/service-metrics.ts";
import { catalog } from "../../db/seed/facts.ts";
import { createTestApi, testRandom } from "../../tests/api.ts";
import { query } from "../../tests/database.ts";
import {
  createAdmin,
  createBooking,
  createInstructor,
  createStudent,
  everyDay,
} from "../../tests/factories.ts";
import { SERVICES_AT_ONCE } from "../services/service-metrics.ts";
import { analyticsJob } from "./analytics.ts";

/** 03:00 in New York. */
const NIGHT = Date.parse("2026-12-02T08:00:00Z");
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SERVICES = catalog.services.map(({ slug }) => slug);

function jobAt(now: number) {
  const db = openDatabase(env.DB.withSession("first-primary"), noDatabaseUse());
  return {
    counts: createSearchCountRepository(db),
    metrics: createServiceMetricsRepository(db),
    jobRuns: createJobRunRepository(db),
    services: SERVICES,
    keptDays: 365,
    clock: () => now,
  };
}

async function search(searchedAt: number, services: string[]) {
  const id = testRandom.newId();
  await query(
    `INSERT INTO search_events (id, guest_id, normalized_query, search_type, result_count, services,
       device, searched_at) VALUES (?, 'g', 'words', 'natural_language', 3, ?, 'mobile', ?)`,
    id,
    JSON.stringify(services),
    searchedAt,
  );
  return id;
}

async function begin() {
  for (const table of ["search_events", "search_interactions", "uncounted_hours", "job_runs"]) {
    await query(`DELETE FROM ${table}`);
  }
  for (const table of ["daily_searches", "daily_result_counts", "daily_visitors"]) {
    await query(`DELETE FROM ${table}`);
  }
  await query("DELETE FROM service_metrics");
}

const metricsOf = async (service: string) =>
  (await query("SELECT * FROM service_metrics WHERE service_slug = ?", service))[0];

test("a night works out what each service's searches, lessons and hours say", async () => {
  await begin();
  const teacher = await createInstructor({
    service: "cello",
    weekly: { ...everyDay(), 1: ["09:00-12:00"], 3: ["10:00-10:30"] },
    durations: [30, 60],
  });
  const student = await createStudent();
  const book = (startAt: string, status: "completed" | "cancelled" | "no_show", minutes = 60) =>
    createBooking({ instructor: teacher, student, startAt, status, durationMinutes: minutes });
  // Tuesdays at five, New York time, but one.
  const taken = [
    await book("2026-11-17T22:00:00Z", "completed"),
    await book("2026-11-24T22:00:00Z", "completed"),
    await book("2026-11-25T15:00:00Z", "cancelled", 30),
    await book("2026-10-20T21:00:00Z", "no_show"),
  ];
  for (const [index, id] of taken.entries()) {
    await query("UPDATE bookings SET price_cents = ? WHERE id = ?", 1000 * (index + 1), id);
  }
  for (let n = 0; n < 12; n++) await search(NIGHT - (n < 6 ? 2 : 20) * DAY_MS, ["cello"]);
  const seen = await search(NIGHT - 3 * DAY_MS, ["cello"]);
  await query(
    `INSERT INTO search_interactions (id, search_event_id, type, instructor_id, created_at)
     VALUES ('i1', ?, 'view_profile', 'x', ?)`,
    seen,
    NIGHT,
  );
  // Of today, which is not over, and of a time that no longer counts.
  await search(NIGHT, ["cello"]);
  await search(NIGHT - 40 * DAY_MS, ["cello"]);
  expect(await analyticsJob(jobAt(NIGHT)).run()).toMatchObject({
    date: "2026-12-02",
    services: SERVICES.length,
  });
  expect(await metricsOf("cello")).toEqual({
    service_slug: "cello",
    computed_at: NIGHT,
    searches_7d: 7,
    searches_30d: 13,
    viewed_30d: 1,
    booked_30d: 0,
    lessons_90d: 4,
    completed_90d: 2,
    closed_90d: 4,
    price_quartile1_cents: 1750,
    price_median_cents: 2500,
    price_quartile3_cents: 3250,
    usual_minutes: 60,
    peak_hour: 17,
    peak_weekday: 2,
    instructors: 1,
    weekly_minutes: 210,
    demand_score: 100,
    trend: 3.83,
  });
  expect(await metricsOf("harp")).toMatchObject({
    searches_30d: 0,
    price_median_cents: null,
    peak_hour: null,
    instructors: 0,
    weekly_minutes: 0,
    demand_score: 0,
    trend: null,
  });
  const api = createTestApi({ now: NIGHT });
  const { json } = await api.get("/api/analytics/search/service-performance", {
    as: await createAdmin(),
  });
  expect(json.items).toHaveLength(SERVICES.length);
  expect(json.items[0]).toMatchObject({
    service: "cello",
    search_to_view_rate: 7.7,
    view_to_booking_rate: 0,
    completion_rate: 50,
    weekly_hours_offered: 3.5,
    searches_per_hour_offered: 2,
    is_trending: true,
  });
  expect(json.items.at(-1)).toMatchObject({ search_to_view_rate: null, completion_rate: null });
});

test("two crons at once do a night's work once, and another night's tick nothing before two", async () => {
  await begin();
  const runs = await Promise.all([
    analyticsJob(jobAt(NIGHT)).run(),
    analyticsJob(jobAt(NIGHT)).run(),
  ]);
  expect(runs.filter((report) => report !== null)).toHaveLength(1);
  expect(await analyticsJob(jobAt(NIGHT + HOUR_MS)).run()).toBeNull();
  expect(await analyticsJob(jobAt(NIGHT + 22 * HOUR_MS)).run()).toBeNull();
  expect(await analyticsJob(jobAt(NIGHT + 23 * HOUR_MS)).run()).not.toBeNull();
});

test("a night that is killed in the middle goes on where it was, once its lease is over", async () => {
  await begin();
  const job = jobAt(NIGHT);
  let saves = 0;
  const dying = {
    ...job,
    metrics: {
      ...job.metrics,
      save: async (...args: Parameters<typeof job.metrics.save>) => {
        saves += 1;
        if (saves > 3) throw new Error("killed");
        await job.metrics.save(...args);
      },
    },
  };
  await expect(analyticsJob(dying).run()).rejects.toThrow("killed");
  expect(await analyticsJob(jobAt(NIGHT + 5 * 60_000)).run()).toBeNull();
  const later = jobAt(NIGHT + 11 * 60_000);
  const saved: number[] = [];
  const watched = {
    ...later,
    metrics: {
      ...later.metrics,
      save: async (chunk: Parameters<typeof job.metrics.save>[0]) => {
        saved.push(chunk.length);
        await later.metrics.save(chunk);
      },
    },
  };
  expect(await analyticsJob(watched).run()).toMatchObject({ services: SERVICES.length });
  expect(saved.reduce((sum, size) => sum + size, 0)).toBe(SERVICES.length - 3 * SERVICES_AT_ONCE);
  const [{ n } = { n: 0 }] = await query<{ n: number }>(
    "SELECT count(*) AS n FROM service_metrics",
  );
  expect(n).toBe(SERVICES.length);
});

test("counting a date twice, or while events come in, changes nothing and loses nothing", async () => {
  await begin();
  const { counts } = jobAt(NIGHT);
  const day = {
    date: "2026-12-01",
    startAt: Date.parse("2026-12-01T05:00:00Z"),
    endAt: Date.parse("2026-12-02T05:00:00Z"),
  };
  const rows = () => query("SELECT * FROM daily_searches ORDER BY dimension, value");
  for (let n = 0; n < 5; n++) await search(day.startAt + n * HOUR_MS, ["piano", "violin"]);
  await counts.countDay(day);
  const once = await rows();
  await counts.countDay(day);
  expect(await rows()).toEqual(once);
  expect(await counts.listUncounted(10)).toEqual([]);
  await Promise.all([counts.countDay(day), search(day.startAt, ["piano"]), counts.countDay(day)]);
  if ((await counts.listUncounted(10)).length > 0) await counts.countDay(day);
  const [all] = await query<{ searches: number }>(
    "SELECT searches FROM daily_searches WHERE dimension = 'all' AND date = '2026-12-01'",
  );
  expect(all?.searches).toBe(6);
});

test("a date whose events are being purged stays as it was counted", async () => {
  await begin();
  await search(NIGHT - 364 * DAY_MS, ["piano"]);
  await search(NIGHT - 300 * DAY_MS, ["piano"]);
  await analyticsJob(jobAt(NIGHT)).run();
  expect(await query("SELECT date FROM daily_searches WHERE dimension = 'all'")).toEqual([
    { date: "2026-02-05" },
  ]);
});
