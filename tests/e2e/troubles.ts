const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** One test takes each of these away, so that tests do not stand in each other's way. */
export const TROUBLES = ["backup", "retention"] as const;

/** What the pages about the site itself have to show: alerts, dead letters, slow work, traffic. */
export async function seedTroubles(db: D1Database, now: number): Promise<void> {
  const hour = Math.floor(now / HOUR_MS) * HOUR_MS;
  const alert = db.prepare(`INSERT INTO alerts
    (id, kind, severity, value, threshold, details, raised_at) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const sample = db.prepare(`INSERT INTO request_samples
    (id, kind, request_id, method, route, status, duration_ms, waited_ms, rows_read, statement,
     created_at) VALUES (?, ?, 'request-1', 'GET', '/search', 200, ?, ?, 40000, ?, ?)`);
  // The newest are shown, and on a slow machine the tests themselves leave many.
  const newest = now + 24 * HOUR_MS;
  const counted = db.prepare(
    "INSERT INTO metric_hourly (hour_at, name, labels, value) VALUES (?, ?, ?, ?)",
  );
  const looks = (result: string) => `cache="availability",result="${result}"`;
  await db.batch([
    ...TROUBLES.map((job) =>
      alert.bind(`missed-${job}`, "job_missed", "critical", 1, 0, job, now - 5 * MINUTE_MS),
    ),
    alert.bind("cache-alert", "cache_hits", "warning", 0.42, 0.6, "", now - 10 * MINUTE_MS),
    db
      .prepare(`INSERT INTO dead_letters (id, queue, body, attempts, created_at)
      VALUES ('letter-1', 'events', '{}', 5, ?)`)
      .bind(now - 20 * MINUTE_MS),
    sample.bind("slow-1", "query", 130.5, null, "SELECT * FROM listings WHERE id = ?", newest),
    sample.bind("slow-2", "request", 750, 700, null, newest),
    counted.bind(hour - 2 * HOUR_MS, "cache_requests_total", looks("hit"), 1_100),
    // Of 1,000 writes a day of the free plan.
    counted.bind(hour - 2 * HOUR_MS, "cache_requests_total", looks("miss"), 900),
    counted.bind(hour - 2 * HOUR_MS, "database_rows_read_total", 'route="/search"', 123_456),
  ]);
}
