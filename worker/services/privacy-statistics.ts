import type { JobRunRepository } from "../../db/repositories/job-runs.ts";
import type { TableStatisticsRepository } from "../../db/repositories/table-statistics.ts";
import {
  describeRetention,
  RETENTION,
  RETENTION_JOB,
  type RetentionPeriods,
  type RetentionReport,
} from "../domain/retention.ts";

/** One table of the database, and how long its rows stay. */
export interface TableStatistics {
  table: string;
  rows: number;
  /** In words. */
  kept: string;
  /** Days; null where that is not what ends it. */
  keptDays: number | null;
  /** The age by which its rows go; null without rows or such a rule. */
  oldestAt: number | null;
}

export interface PrivacyStatistics {
  users: { active: number; suspended: number; deactivated: number; erased: number };
  tables: TableStatistics[];
  /** The last daily run; null before the first. */
  lastRun: {
    date: string;
    isDone: boolean;
    startedAt: number;
    finishedAt: number | null;
    report: RetentionReport;
  } | null;
}

export interface StatisticsDependencies {
  tables: TableStatisticsRepository;
  jobRuns: JobRunRepository;
  periods: RetentionPeriods;
}

/** What is held, table by table, and what the last nightly run did. */
export async function readStatistics({
  tables,
  jobRuns,
  periods,
}: StatisticsDependencies): Promise<PrivacyStatistics> {
  const named = Object.entries(RETENTION).map(([table, entry]) => ({
    table,
    ageColumn: "kept" in entry ? null : entry.ageColumn,
  }));
  const counts = await tables.countRows(named);
  const last = await jobRuns.findLast(RETENTION_JOB);
  return {
    users: await tables.countPeople(),
    tables: named.map(({ table }, index) => ({
      table,
      ...(counts[index] ?? { rows: 0, oldestAt: null }),
      ...describeRetention(table, periods),
    })),
    lastRun: last && {
      date: last.date,
      isDone: last.isDone,
      startedAt: last.startedAt,
      finishedAt: last.finishedAt,
      report: JSON.parse(last.report) as RetentionReport,
    },
  };
}
