import * as v from "valibot";
import { ERASURE_MODES, type ErasureReport } from "../domain/erasure.ts";
import { toRfc3339 } from "../domain/local-time.ts";
import type { RetentionReport } from "../domain/retention.ts";
import type { PrivacyStatistics } from "../services/privacy-statistics.ts";

const Mode = v.picklist(ERASURE_MODES, `must be one of ${ERASURE_MODES.join(", ")}`);

const Choice = v.boolean("must be true or false");

export const EraseOwnBody = v.strictObject({
  mode: Mode,
  password: v.pipe(v.string("must be text"), v.maxLength(1024, "is too long")),
});

export const EraseUserBody = v.strictObject({ mode: v.optional(Mode, "delete") });

export const PrivacyChoicesBody = v.strictObject({
  measuring_declined: v.optional(Choice),
  clear_searches: v.optional(Choice),
});

export function toErasureJson(report: ErasureReport) {
  return {
    mode: report.mode,
    erased_at: toRfc3339(report.erasedAt),
    cancelled_lessons: report.cancelledLessons,
    removed: report.removed,
    anonymized: report.anonymized,
  };
}

export function toRetentionJson({ rows, isComplete }: RetentionReport) {
  return { rows, is_complete: isComplete };
}

export function toStatisticsJson({ users, tables, lastRun }: PrivacyStatistics) {
  return {
    users,
    tables: tables.map(({ table, rows, kept, keptDays, oldestAt }) => ({
      table,
      rows,
      kept,
      kept_days: keptDays,
      oldest_at: oldestAt === null ? null : toRfc3339(oldestAt),
    })),
    last_run: lastRun && {
      date: lastRun.date,
      is_done: lastRun.isDone,
      started_at: toRfc3339(lastRun.startedAt),
      finished_at: lastRun.finishedAt === null ? null : toRfc3339(lastRun.finishedAt),
      ...toRetentionJson(lastRun.report),
    },
  };
}
