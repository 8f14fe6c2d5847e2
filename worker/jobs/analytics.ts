import type { JobProgress } from "../../db/repositories/job-runs.ts";
import type { SearchCountRepository } from "../../db/repositories/search-counts.ts";
import type { ServiceMetricsRepository } from "../../db/repositories/service-metrics.ts";
import { countSearches } from "../services/search-counting.ts";
import { computeServiceMetrics } from "../services/service-metrics.ts";
import { type DailyDependencies, runDaily } from "./daily.ts";
import type { Job } from "./schedule.ts";

const ANALYTICS_JOB = "analytics";

/** Dates counted in one tick: more than come late in a night, less than a tick has time for. */
const DAYS_PER_TICK = 100;

interface AnalyticsDependencies extends DailyDependencies {
  counts: SearchCountRepository;
  metrics: ServiceMetricsRepository;
  /** Slugs of the catalog, in display order. */
  services: readonly string[];
  /** Days that events are kept; 0 for good. */
  keptDays: number;
}

/** How far a night's work came: dates counted so far, and services worked out once all are counted. */
interface Progress {
  days: number;
  services: number;
}

/** The night's numbers: first every date with events not counted yet, then each service. */
export function analyticsJob(dependencies: AnalyticsDependencies): Job {
  return {
    name: ANALYTICS_JOB,
    async run() {
      const turn = await runDaily(ANALYTICS_JOB, dependencies, (from, save) =>
        work(dependencies, from, save),
      );
      return turn && { date: turn.date, ...toProgress(turn.report) };
    },
  };
}

async function work(
  { counts, metrics, services, keptDays, clock }: AnalyticsDependencies,
  from: JobProgress,
  save: (progress: JobProgress) => Promise<boolean>,
): Promise<JobProgress> {
  const now = clock();
  const progress = toProgress(from.report);
  const counted = await countSearches({ counts, keptDays, mostDays: DAYS_PER_TICK, now });
  progress.days += counted.days;
  if (!counted.isComplete) return toStored(progress, "searches");
  progress.services = await computeServiceMetrics(
    { metrics, services, now },
    progress.services,
    (done) => save(toStored({ ...progress, services: done }, "services")),
  );
  return toStored(progress, progress.services < services.length ? "services" : null);
}

function toProgress(report: string | null): Progress {
  return report === null ? { days: 0, services: 0 } : JSON.parse(report);
}

function toStored(progress: Progress, cursor: string | null): JobProgress {
  return { cursor, report: JSON.stringify(progress) };
}
