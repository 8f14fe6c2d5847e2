import type { JobProgress } from "../../db/repositories/job-runs.ts";
import type { RetentionRepository } from "../../db/repositories/retention.ts";
import {
  RETENTION_JOB,
  type RetentionPeriods,
  type RetentionReport,
  type RetentionRuleName,
} from "../domain/retention.ts";
import { type RetentionProgress, runRetention } from "../services/retention.ts";
import { type DailyDependencies, runDaily } from "./daily.ts";
import type { Job } from "./schedule.ts";

/** Pieces of one tick: a tick may take minutes, and there is one every five. */
const PIECES_PER_TICK = 200;

/** The day's retention: as much of it as one tick may do. What it removed is worth a line in the log. */
export function retentionJob({
  retention,
  periods,
  ...daily
}: DailyDependencies & { retention: RetentionRepository; periods: RetentionPeriods }): Job {
  return {
    name: RETENTION_JOB,
    async run() {
      const turn = await runDaily(RETENTION_JOB, daily, async (from, save) => {
        const dependencies = { retention, periods, now: daily.clock() };
        const onPiece = (progress: RetentionProgress) => save(toStored(progress));
        const start = toProgress(from);
        return toStored(await runRetention(dependencies, start, PIECES_PER_TICK, onPiece));
      });
      const { report } = toProgress({ cursor: null, report: turn?.report ?? null });
      const hasRows = report !== null && Object.keys(report.rows).length > 0;
      return turn && hasRows ? { date: turn.date, ...report.rows } : null;
    },
  };
}

function toStored({ cursor, report }: RetentionProgress): JobProgress {
  return { cursor, report: JSON.stringify(report) };
}

function toProgress({ cursor, report }: JobProgress) {
  return {
    cursor: cursor as RetentionRuleName | null,
    report: report === null ? null : (JSON.parse(report) as RetentionReport),
  };
}
