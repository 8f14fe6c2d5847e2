import type { DailySuccess, Gauge } from "../../db/repositories/metrics.ts";
import type { JobState } from "../domain/job-health.ts";
import type { MetricName } from "../domain/metric-catalog.ts";

const SUCCESS: MetricName = "job_last_success_timestamp_seconds";
const FAILURE: MetricName = "job_last_failure_timestamp_seconds";

/** What is known of every job that ever had a turn, by name; also of daily ones that never had. */
export function toJobStates(
  { gauges, daily }: { gauges: readonly Gauge[]; daily: readonly DailySuccess[] },
  dailyJobs: readonly string[],
): JobState[] {
  const timesOf = (wanted: MetricName) =>
    new Map(
      gauges
        .filter(({ name }) => name === wanted)
        .map(({ labels, measuredAt }) => [/^job="(.*)"$/.exec(labels)?.[1] ?? "", measuredAt]),
    );
  const [successes, failures] = [timesOf(SUCCESS), timesOf(FAILURE)];
  const done = new Map(daily.map((one) => [one.job, one]));
  const names = new Set([...dailyJobs, ...successes.keys(), ...failures.keys()]);
  return [...names].toSorted().map((job) => {
    const isDaily = dailyJobs.includes(job);
    const success = isDaily ? done.get(job)?.finishedAt : successes.get(job);
    return {
      job,
      isDaily,
      lastSuccessAt: success ?? null,
      lastFailureAt: failures.get(job) ?? null,
      lastDate: done.get(job)?.date ?? null,
    };
  });
}
