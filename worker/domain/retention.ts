const DAY_MS = 86_400_000;

/** The name under which its daily runs are kept. */
export const RETENTION_JOB = "retention";

/** Days that each kind of data stays; 0 keeps it for good. */
export interface RetentionPeriods {
  searchEventsDays: number;
  deletedSearchesDays: number;
  guestsDays: number;
  convertedGuestsDays: number;
  emailsDays: number;
  webhooksDays: number;
  bookingDetailsDays: number;
  operationsDays: number;
  samplesDays: number;
  rollupsDays: number;
  alertsDays: number;
}

/** What happens to rows whose time is over, in the order in which a run goes through them. */
export const RETENTION_RULES = [
  { name: "search_interactions", after: "searchEventsDays" },
  { name: "search_events", after: "searchEventsDays" },
  { name: "daily_visitors", after: "searchEventsDays" },
  { name: "daily_queries", after: "searchEventsDays" },
  { name: "deleted_searches", after: "deletedSearchesDays" },
  { name: "guests", after: "guestsDays" },
  { name: "converted_guests", after: "convertedGuestsDays" },
  { name: "sessions", after: "expiry" },
  { name: "account_tokens", after: "expiry" },
  { name: "idempotency_keys", after: "expiry" },
  { name: "api_keys", after: "expiry" },
  { name: "rate_counters", after: "expiry" },
  { name: "booking_drafts", after: "expiry" },
  { name: "announcement_dismissals", after: "expiry" },
  { name: "emails", after: "emailsDays" },
  { name: "webhook_deliveries", after: "webhooksDays" },
  { name: "booking_reasons", after: "bookingDetailsDays" },
  { name: "booking_details", after: "bookingDetailsDays" },
  { name: "dead_letters", after: "operationsDays" },
  { name: "job_runs", after: "operationsDays" },
  { name: "metric_messages", after: "expiry" },
  { name: "metric_windows", after: "samplesDays" },
  { name: "request_samples", after: "samplesDays" },
  { name: "metric_hourly", after: "rollupsDays" },
  { name: "alerts", after: "alertsDays" },
] as const satisfies { name: string; after: keyof RetentionPeriods | "expiry" }[];

export type RetentionRuleName = (typeof RETENTION_RULES)[number]["name"];

/**
 * Every table of the database: the rules that end its rows and the column that tells their age, or
 * why they stay. A table that is missing here fails a test.
 */
export const RETENTION: Record<
  string,
  { rules: RetentionRuleName[]; ageColumn: string } | { kept: string }
> = {
  account_tokens: { rules: ["account_tokens"], ageColumn: "expires_at" },
  alerts: { rules: ["alerts"], ageColumn: "raised_at" },
  announcement_dismissals: { rules: ["announcement_dismissals"], ageColumn: "expires_at" },
  announcements: { kept: "Until an admin removes it." },
  api_keys: { rules: ["api_keys"], ageColumn: "expires_at" },
  areas: { kept: "Reference data." },
  audit_log: { kept: "Who did what to which account, by ids alone; it cannot be changed." },
  availability_hours: { kept: "Until its instructor changes it or is erased." },
  blackouts: { kept: "Until its instructor changes it or is erased." },
  booking_drafts: {
    rules: ["guests", "converted_guests", "booking_drafts"],
    ageColumn: "expires_at",
  },
  booking_events: { rules: ["booking_reasons"], ageColumn: "created_at" },
  bookings: { rules: ["booking_details"], ageColumn: "end_at" },
  calendar_feeds: { kept: "Until its owner withdraws it or is erased." },
  categories: { kept: "Reference data." },
  daily_result_counts: { kept: "Counts by date, about nobody." },
  daily_searches: { rules: ["daily_queries"], ageColumn: "date" },
  daily_visitors: { rules: ["daily_visitors"], ageColumn: "date" },
  dead_letters: { rules: ["dead_letters"], ageColumn: "created_at" },
  emails: { rules: ["emails"], ageColumn: "created_at" },
  guests: { rules: ["guests", "converted_guests"], ageColumn: "created_at" },
  idempotency_keys: { rules: ["idempotency_keys"], ageColumn: "expires_at" },
  instructor_areas: { kept: "Until its instructor changes it or is erased." },
  instructors: { kept: "Until its instructor is erased." },
  ip_salts: { kept: "48 hours; every tick of the cron removes those that are older." },
  job_runs: { rules: ["job_runs"], ageColumn: "started_at" },
  listing_changes: { kept: "One number for each instructor, about nobody's doings." },
  metric_counters: { kept: "Counts since the beginning, about nobody; they may only grow." },
  metric_gauges: { kept: "What was measured last, about nobody." },
  metric_hourly: { rules: ["metric_hourly"], ageColumn: "hour_at" },
  metric_messages: { rules: ["metric_messages"], ageColumn: "expires_at" },
  metric_windows: { rules: ["metric_windows"], ageColumn: "start_at" },
  offerings: { kept: "Until its instructor is erased; lessons refer to it." },
  permission_overrides: { kept: "Until it is withdrawn or its holder is erased." },
  permissions: { kept: "Reference data." },
  rate_counters: { rules: ["rate_counters"], ageColumn: "expires_at" },
  request_samples: { rules: ["request_samples"], ageColumn: "created_at" },
  role_permissions: { kept: "Reference data." },
  roles: { kept: "Reference data." },
  search_events: { rules: ["search_events"], ageColumn: "searched_at" },
  search_history: {
    rules: ["deleted_searches", "guests", "converted_guests"],
    ageColumn: "deleted_at",
  },
  search_interactions: { rules: ["search_interactions"], ageColumn: "created_at" },
  service_alerts: { kept: "Until the person withdraws it or is erased." },
  service_metrics: { kept: "One row for each service, about nobody." },
  services: { kept: "Reference data." },
  sessions: { rules: ["sessions"], ageColumn: "expires_at" },
  uncounted_hours: { kept: "Until their events are counted." },
  user_roles: { kept: "Until it is withdrawn or its holder is erased." },
  users: { kept: "Until the person is erased; then the row stays, nobody's, for the other side." },
  webhook_deliveries: { rules: ["webhook_deliveries"], ageColumn: "created_at" },
  webhooks: { kept: "Until its instructor removes it or is erased." },
};

/** What a run did, over all of its ticks. */
export interface RetentionReport {
  /** Rows removed or anonymised, by rule; rules without any are left out. */
  rows: Partial<Record<RetentionRuleName, number>>;
  /** False while there is more to do. */
  isComplete: boolean;
}

/**
 * Rows whose time lies before this instant are due; null keeps them for good. Rule: what is kept N
 * days is still there when exactly N days have passed; what expires is over at its very instant.
 */
export function retentionCutoff(
  after: keyof RetentionPeriods | "expiry",
  periods: RetentionPeriods,
  now: number,
): number | null {
  if (after === "expiry") return now + 1;
  const days = periods[after];
  return days === 0 ? null : now - days * DAY_MS;
}

/** How long a table's rows stay, in words and, where days end it, in days. */
export function describeRetention(
  table: string,
  periods: RetentionPeriods,
): { kept: string; keptDays: number | null } {
  const entry = RETENTION[table];
  if (!entry) throw new Error(`Nobody has said how long the rows of ${table} stay.`);
  if ("kept" in entry) return { kept: entry.kept, keptDays: null };
  const rules = RETENTION_RULES.filter(({ name }) => entry.rules.includes(name));
  const days = rules.map(({ after }) => (after === "expiry" ? null : periods[after]));
  const keptDays = days.find((one) => one !== null && one > 0) ?? null;
  return {
    kept: rules.map(({ name, after }) => toWords(name, after, periods)).join(" "),
    keptDays,
  };
}

function toWords(
  name: RetentionRuleName,
  after: keyof RetentionPeriods | "expiry",
  periods: RetentionPeriods,
): string {
  const what = name.replaceAll("_", " ");
  const subject = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  if (after === "expiry") return `${subject}: until they expire.`;
  return periods[after] === 0 ? `${subject}: for good.` : `${subject}: ${periods[after]} days.`;
}
