/** What every metric of this site begins with. */
export const METRIC_PREFIX = "instainstru_";

type MetricType = "counter" | "gauge" | "histogram";

/**
 * Every metric there is, in the order in which they are told. Counters and histograms only grow,
 * also across isolates; gauges say what was so when they were measured.
 */
export const METRICS = {
  http_requests_total: ["counter", "Requests, by method, route template and class of status."],
  http_request_duration_seconds: [
    "histogram",
    "Time to an answer. The clock of a Worker moves only while it waits, so work of the processor is left out.",
  ],
  use_case_duration_seconds: [
    "histogram",
    "Time of what requests ask the services for, by use case and outcome (ok, refused, failed).",
  ],
  cache_requests_total: ["counter", "Looks into a cache, by cache and result (hit, miss)."],
  database_round_trips_total: ["counter", "Round trips of requests to the database."],
  database_statements_total: ["counter", "Statements of requests."],
  database_rows_read_total: ["counter", "Rows that requests read, by route template."],
  database_rows_written_total: ["counter", "Rows that requests wrote, by route template."],
  database_query_seconds_total: ["counter", "Time that the database worked for requests."],
  database_wait_seconds_total: ["counter", "Time that requests waited for the database."],
  database_size_bytes: ["gauge", "Size of the database."],
  database_limit_bytes: ["gauge", "Size at which the database takes no more."],
  queue_depth: ["gauge", "Messages that wait, by queue."],
  outbox_pending: ["gauge", "Mails that are still to be sent."],
  outbox_oldest_seconds: ["gauge", "Age of the oldest mail that is still to be sent."],
  outbox_failed: ["gauge", "Mails that were given up and are still kept."],
  dead_letters: ["gauge", "Messages that nobody could process and that are still kept."],
  job_last_success_timestamp_seconds: ["gauge", "When each job last did its work."],
  job_last_failure_timestamp_seconds: ["gauge", "When each job last failed."],
  overlapping_lessons: ["gauge", "Confirmed lessons that put a person in two places at once."],
  invariants_measured_timestamp_seconds: ["gauge", "When overlaps were last looked for."],
  rollup_lag_seconds: ["gauge", "Age of the oldest request that was counted last."],
  rollup_last_timestamp_seconds: ["gauge", "When requests were last counted."],
} as const satisfies Record<string, readonly [MetricType, string]>;

export type MetricName = keyof typeof METRICS;

/** A number of one metric. The labels are as `toLabels` writes them. */
export interface MetricSample {
  name: string;
  labels: string;
  value: number;
}

/** `a="x",b="y"`, with whatever would end a value escaped. */
export function toLabels(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escapeLabel(value)}"`)
    .join(",");
}

function escapeLabel(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
