import * as v from "valibot";
import { Count, DateText, Flag, Fraction, InstantText, Text } from "./common.ts";

const Share = v.nullable(Fraction);
const When = v.nullable(InstantText);

export const TrendDay = v.strictObject({
  date: DateText,
  total_searches: Count,
  unique_users: Count,
  unique_guests: Count,
});

const queryFacts = {
  query: Text,
  search_count: Count,
  unique_users: Count,
  average_results: Share,
};
export const PopularSearch = v.strictObject(queryFacts);

export const ZeroResultSearch = v.strictObject({
  ...queryFacts,
  zero_result_count: Count,
  would_match: v.array(v.strictObject({ label: Text, count: Count })),
});

export const ReferrerCount = v.strictObject({
  value: v.nullable(Text),
  search_count: Count,
  percentage: Share,
  viewed: Count,
  booked: Count,
});

const funnelFacts = {
  searches: Count,
  viewed: Count,
  booked: Count,
  search_to_view_rate: Share,
  view_to_booking_rate: Share,
  search_to_booking_rate: Share,
};
export const Conversion = v.strictObject({
  ...funnelFacts,
  previous: v.strictObject(funnelFacts),
});

const performanceFacts = {
  zero_result_rate: Share,
  average_results: Share,
  median_results: Share,
  click_rate: Share,
};
const Performance = v.strictObject(performanceFacts);
export const SearchPerformance = v.strictObject({ ...performanceFacts, previous: Performance });

const DateRange = v.strictObject({ start_date: DateText, end_date: DateText });
const Totals = v.strictObject({
  total_searches: Count,
  unique_users: Count,
  unique_guests: Count,
});

export const SearchSummary = v.strictObject({
  date_range: DateRange,
  totals: Totals,
  search_types: v.record(v.string(), v.strictObject({ count: Count, percentage: Share })),
  performance: Performance,
  change_percent: v.strictObject({
    total_searches: Share,
    unique_users: Share,
    unique_guests: Share,
  }),
  previous: v.strictObject({ date_range: DateRange, totals: Totals, performance: Performance }),
});

export const ServicePerformance = v.strictObject({
  service: Text,
  computed_at: InstantText,
  searches: Count,
  viewed: Count,
  booked: Count,
  searches_7d: Count,
  searches_30d: Count,
  search_to_view_rate: Share,
  view_to_booking_rate: Share,
  price_quartile_1_cents: Share,
  price_median_cents: Share,
  price_quartile_3_cents: Share,
  usual_duration_minutes: v.nullable(Count),
  peak_hour: v.nullable(Count),
  peak_weekday: v.nullable(Count),
  lessons_90d: Count,
  completion_rate: Share,
  instructor_count: Count,
  weekly_hours_offered: Fraction,
  searches_per_hour_offered: Share,
  demand_score: Share,
  trend: Share,
  is_trending: v.nullable(Flag),
});

const useFacts = {
  statements: Count,
  rows_read: Count,
  rows_written: Count,
  query_ms: Fraction,
};

const trafficFacts = {
  requests: Count,
  failures: Count,
  error_share: Share,
  p50_ms: Share,
  p95_ms: Share,
  cache_hit_rate: Share,
  ...useFacts,
};

const Jobs = v.array(
  v.strictObject({
    job: Text,
    is_daily: Flag,
    last_success_at: When,
    last_failure_at: When,
    is_missed: Flag,
  }),
);
const Rollup = v.strictObject({ counted_at: When, lag_ms: Share });

export const Dashboard = v.strictObject({
  total: v.strictObject(trafficFacts),
  hours: v.array(v.strictObject({ hour_at: InstantText, ...trafficFacts })),
  jobs: Jobs,
  rollup: Rollup,
  open_alerts: Count,
});

const sampleFacts = {
  id: Text,
  request_id: Text,
  method: Text,
  route: Text,
  status: Count,
  duration_ms: Fraction,
  rows_read: Count,
  created_at: InstantText,
};
export const SlowRequest = v.strictObject({ ...sampleFacts, database_wait_ms: Share });
export const SlowQuery = v.strictObject({ ...sampleFacts, statement: v.nullable(Text) });

export const Alert = v.strictObject({
  id: Text,
  kind: Text,
  severity: v.picklist(["critical", "warning"]),
  message: Text,
  value: Fraction,
  threshold: Fraction,
  details: v.nullable(Text),
  raised_at: InstantText,
  acknowledged_at: When,
});

const cacheFacts = {
  hit_rate: Share,
  caches: v.array(v.strictObject({ cache: Text, hits: Count, misses: Count, hit_rate: Share })),
};
export const CacheReport = v.strictObject({
  last_15_minutes: v.strictObject(cacheFacts),
  last_24_hours: v.strictObject(cacheFacts),
  hours: v.array(v.strictObject({ hour_at: InstantText, ...cacheFacts })),
  is_alarming: Flag,
});

export const DatabaseReport = v.strictObject({
  size_bytes: v.nullable(Count),
  limit_bytes: Count,
  used_share: Share,
  is_alarming: Flag,
  last_24_hours: v.strictObject(useFacts),
  hours: v.array(v.strictObject({ hour_at: InstantText, ...useFacts })),
  slow_queries: Count,
  overlapping_lessons: v.nullable(Count),
  measured_at: When,
});

export const QueueReport = v.strictObject({
  queues: v.array(v.strictObject({ queue: Text, messages: v.nullable(Count), oldest_at: When })),
  outbox: v.strictObject({ pending: Count, oldest_at: When, failed: v.nullable(Count) }),
  dead_letters: v.strictObject({
    total: Count,
    newest: v.array(
      v.strictObject({ id: Text, queue: Text, attempts: Count, created_at: InstantText }),
    ),
  }),
  jobs: Jobs,
  rollup: Rollup,
});
