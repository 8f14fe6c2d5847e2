import { addDays, localDateOf, startOfLocalDay } from "../../worker/domain/local-time.ts";

const ZONE = "America/New_York";
const HOUR_MS = 3_600_000;

/** Three dates that no journey searches on, and the three before them. */
export function quietDates(now: number): { from: string; to: string; before: string } {
  const from = addDays(localDateOf(now, ZONE), -40);
  return { from, to: addDays(from, 2), before: addDays(from, -3) };
}

/** Four searches on the first of the three dates, two on the last; three on the dates before. */
export async function seedSearches(db: D1Database, now: number): Promise<void> {
  const { from, to, before } = quietDates(now);
  const insert = db.prepare(`INSERT INTO search_events (id, guest_id, normalized_query, search_type,
      result_count, services, device, borough, referrer, searched_at)
    VALUES (?, ?, ?, 'natural_language', ?, '[]', 'mobile', 'brooklyn', 'example.com', ?)`);
  const search = (date: string, n: number, text: string, results: number) =>
    insert.bind(
      `quiet-${date}-${n}`,
      `guest-${n}`,
      text,
      results,
      startOfLocalDay(date, ZONE) + n * HOUR_MS,
    );
  await db.batch([
    ...[1, 2, 3].map((n) => search(from, n, "piano", 12)),
    search(from, 4, "piano under $1", 0),
    ...[1, 2].map((n) => search(to, n, "violin", 4)),
    ...[1, 2, 3].map((n) => search(before, n, "piano", 12)),
    db
      .prepare(`INSERT INTO search_interactions (id, search_event_id, type, instructor_id, created_at)
      SELECT 'quiet-view', ?, 'view_profile', id, ? FROM instructors LIMIT 1`)
      .bind(`quiet-${from}-1`, now),
    // Trending, and one of which next to nothing is known.
    db
      .prepare(`INSERT INTO service_metrics (service_slug, computed_at, searches_7d, searches_30d,
        viewed_30d, booked_30d, lessons_90d, completed_90d, closed_90d, price_quartile1_cents,
        price_median_cents, price_quartile3_cents, usual_minutes, peak_hour, peak_weekday,
        instructors, weekly_minutes, demand_score, trend)
      VALUES ('violin', ?1, 14, 28, 7, 2, 4, 3, 4, 4000, 5000, 6050, 60, 17, 2, 3, 840, 100, 3.29),
        ('harp', ?1, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL)`)
      .bind(now),
  ]);
}
