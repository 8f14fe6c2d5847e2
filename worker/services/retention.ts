import type { RetentionRepository } from "../../db/repositories/retention.ts";
import {
  RETENTION_RULES,
  type RetentionPeriods,
  type RetentionReport,
  type RetentionRuleName,
  retentionCutoff,
} from "../domain/retention.ts";
import type { Settings } from "../env.ts";

/** Rows that one statement touches, so that nobody waits long for the database. */
const ROWS_AT_ONCE = 500;

export function toRetentionPeriods(settings: Settings): RetentionPeriods {
  return {
    searchEventsDays: settings.RETENTION_SEARCH_EVENTS_DAYS,
    deletedSearchesDays: settings.RETENTION_DELETED_SEARCHES_DAYS,
    guestsDays: settings.RETENTION_GUESTS_DAYS,
    convertedGuestsDays: settings.RETENTION_CONVERTED_GUESTS_DAYS,
    emailsDays: settings.RETENTION_EMAILS_DAYS,
    webhooksDays: settings.RETENTION_WEBHOOKS_DAYS,
    bookingDetailsDays: settings.RETENTION_BOOKING_DETAILS_DAYS,
    operationsDays: settings.RETENTION_OPERATIONS_DAYS,
    samplesDays: settings.RETENTION_SAMPLES_DAYS,
    rollupsDays: settings.RETENTION_ROLLUPS_DAYS,
    alertsDays: settings.RETENTION_ALERTS_DAYS,
  };
}

/** Where a run goes on: the rule whose rows are next. Null at the end. */
export type RetentionCursor = RetentionRuleName | null;

export interface RetentionProgress {
  cursor: RetentionCursor;
  report: RetentionReport;
}

/**
 * Goes through the rules from `from` on, in small pieces, until nothing is due or `budget` pieces
 * were done. Every piece stands by itself: stopped anywhere, or done twice, it does no harm.
 */
export async function runRetention(
  {
    retention,
    periods,
    now,
  }: { retention: RetentionRepository; periods: RetentionPeriods; now: number },
  from: { cursor: RetentionCursor; report: RetentionReport | null },
  budget: number,
  /** Told after every piece. False stops the run: somebody else has it now. */
  onPiece: (progress: RetentionProgress) => Promise<boolean> = async () => true,
): Promise<RetentionProgress> {
  const rows = { ...from.report?.rows };
  const first = RETENTION_RULES.findIndex(({ name }) => name === from.cursor);
  let left = budget;
  for (const { name, after } of RETENTION_RULES.slice(Math.max(0, first))) {
    const before = retentionCutoff(after, periods, now);
    let isDone = before === null;
    while (!isDone) {
      const progress = { cursor: name, report: { rows: { ...rows }, isComplete: false } };
      if (left === 0) return progress;
      left -= 1;
      const touched = await retention.apply(name, before ?? 0, ROWS_AT_ONCE);
      if (touched > 0) rows[name] = (rows[name] ?? 0) + touched;
      isDone = touched < ROWS_AT_ONCE;
      if (
        touched > 0 &&
        !(await onPiece({ cursor: name, report: { rows: { ...rows }, isComplete: false } }))
      ) {
        return progress;
      }
    }
  }
  return { cursor: null, report: { rows, isComplete: true } };
}
