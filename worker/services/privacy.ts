import type { Actor } from "../domain/actor.ts";
import type { ErasureMode, ErasureReport } from "../domain/erasure.ts";
import type { RetentionReport } from "../domain/retention.ts";

/** What a person decides about their own data. */
export interface PrivacyChoices {
  /** Their searches are not measured. */
  isMeasuringDeclined?: boolean;
  /** Signing out clears their search history. */
  clearsSearches?: boolean;
}

export interface PrivacySummary {
  /** What we hold, by kind. */
  counts: { kind: string; label: string; count: number }[];
  isMeasuringDeclined: boolean;
  clearsSearches: boolean;
}

/** Everything about one person, as it goes out. */
export type PersonalExport = Record<string, unknown>;

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

export interface PrivacyService {
  summary(actor: Actor | null): Promise<PrivacySummary>;
  /** What is left out stays as it is. */
  setChoices(actor: Actor | null, choices: PrivacyChoices): Promise<void>;
  /** Throws `fresh_sign_in_required`. */
  exportOwn(actor: Actor | null): Promise<PersonalExport>;
  /** Throws `not_found` (also for erased people), `fresh_sign_in_required`. Needs `manage_users`. */
  exportUser(actor: Actor | null, userId: string): Promise<PersonalExport>;
  /**
   * Throws `validation_failed` at `password`, `rate_limited`, `last_admin`. Afterwards no session of
   * theirs is left.
   */
  eraseOwn(
    actor: Actor | null,
    input: { mode: ErasureMode; password: string },
  ): Promise<ErasureReport>;
  /** Throws `not_found` (also for erased people), `last_admin`. Needs `manage_users`. */
  eraseUser(actor: Actor | null, userId: string, mode: ErasureMode): Promise<ErasureReport>;
  /** Needs `access_monitoring`. */
  statistics(actor: Actor | null): Promise<PrivacyStatistics>;
  /** The daily run at once, as far as one request may go. Needs `manage_users`. */
  applyRetention(actor: Actor | null): Promise<RetentionReport>;
}
