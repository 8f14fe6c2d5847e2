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

/** Pieces of one tick: a tick may take minutes, and there is one every five. */
const PIECES_PER_TICK = 200;

/** The day's retention: as much of it as one tick may do. */
export async function runDailyRetention({
  retention,
  periods,
  ...daily
}: DailyDependencies & {
  retention: RetentionRepository;
  periods: RetentionPeriods;
}): Promise<void> {
  await runDaily(RETENTION_JOB, daily, async (from, save) => {
    const dependencies = { retention, periods, now: daily.clock() };
    const onPiece = (progress: RetentionProgress) => save(toStored(progress));
    return toStored(await runRetention(dependencies, toProgress(from), PIECES_PER_TICK, onPiece));
  });
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
