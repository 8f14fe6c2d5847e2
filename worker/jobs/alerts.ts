import type { AlertRepository } from "../../db/repositories/alerts.ts";
import type { MetricReadsRepository } from "../../db/repositories/metric-reads.ts";
import type { MetricsRepository } from "../../db/repositories/metrics.ts";
import { ALERT_RULES, ALERT_WINDOW_MS, type Finding, findAlerts } from "../domain/alerts.ts";
import { isMissed } from "../domain/job-health.ts";
import { type MetricName, toLabels } from "../domain/metric-catalog.ts";
import { windowOf } from "../domain/metrics.ts";
import { toTraffic } from "../domain/traffic.ts";
import type { RandomSource } from "../platform/random.ts";
import { toJobStates } from "../services/job-states.ts";
import type { Job } from "./schedule.ts";

/** Messages that came late by less than this are still summed up in their hours. */
const LATE_AT_MOST_MS = 6 * 3_600_000;

export interface AlertDependencies {
  alerts: AlertRepository;
  metrics: MetricsRepository;
  reads: MetricReadsRepository;
  /** Names of all jobs that the cron runs, and of those that do a day's work. */
  jobs: readonly string[];
  dailyJobs: readonly string[];
  databaseLimitBytes: number;
  random: RandomSource;
  now: number;
}

/** Measures what only the cron measures, and raises what the rules find wrong. */
export function alertsJob(dependencies: AlertDependencies): Job {
  return {
    name: "alerts",
    async run() {
      const { reads, now } = dependencies;
      await reads.foldHours(now - LATE_AT_MOST_MS);
      const overlappingLessons = await measureInvariants(dependencies);
      const raised: string[] = [];
      for (const finding of findAlerts(await measure(dependencies, overlappingLessons))) {
        if (await raise(finding, dependencies)) raised.push(finding.kind);
      }
      return raised.length > 0 ? { raised: raised.join(" ") } : null;
    },
  };
}

/** What would be too much for every look at the metrics is measured here; gives the overlaps. */
async function measureInvariants({ metrics, reads, now }: AlertDependencies): Promise<number> {
  const [overlaps, failed] = [await reads.countOverlaps(), await reads.countFailedMail()];
  const gauge = (name: MetricName, value: number) => ({ name, labels: toLabels({}), value });
  await metrics.saveGauges(
    [
      gauge("overlapping_lessons", overlaps),
      gauge("outbox_failed", failed),
      gauge("invariants_measured_timestamp_seconds", now / 1000),
    ],
    now,
  );
  return overlaps;
}

async function measure(
  { alerts, metrics, reads, jobs, dailyJobs, databaseLimitBytes, now }: AlertDependencies,
  overlappingLessons: number,
) {
  // Whole windows only: the one that has just begun says little.
  const to = windowOf(now);
  const traffic = toTraffic(await reads.sumWindows(to - ALERT_WINDOW_MS, to));
  const state = await metrics.readState();
  const missed = toJobStates(state, dailyJobs).filter(
    (one) => jobs.includes(one.job) && isMissed(one, now),
  );
  return {
    traffic,
    deadLetters: await alerts.countUnseenDeadLetters(),
    missedJobs: missed.map(({ job }) => job),
    databaseBytes: state.databaseBytes,
    databaseLimitBytes,
    overlappingLessons,
  };
}

async function raise(finding: Finding, { alerts, random, now }: AlertDependencies) {
  const isCritical = ALERT_RULES[finding.kind].severity === "critical";
  const admins = isCritical ? await alerts.listAdmins() : [];
  const mails = admins.map((userId) => ({ id: random.newId(), userId }));
  return await alerts.raise(random.newId(), finding, mails, now);
}
