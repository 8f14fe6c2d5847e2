import type { Traffic } from "./traffic.ts";

export type Severity = "critical" | "warning";

/** Rule: what has to be looked at, from which value on. Admins are mailed what is critical. */
export const ALERT_RULES = {
  error_share: { severity: "critical", threshold: 0.01 },
  slow_requests: { severity: "warning", threshold: 500 },
  cache_hits: { severity: "warning", threshold: 0.6 },
  dead_letters: { severity: "warning", threshold: 0 },
  job_missed: { severity: "critical", threshold: 0 },
  database_size: { severity: "critical", threshold: 0.8 },
  overlapping_lessons: { severity: "critical", threshold: 0 },
} as const satisfies Record<string, { severity: Severity; threshold: number }>;

export type AlertKind = keyof typeof ALERT_RULES;

/** Rule: an alert of a kind is raised again after this time at the earliest. */
export const ALERT_PAUSE_MS = 15 * 60_000;

/** Requests of so many minutes are judged together. */
export const ALERT_WINDOW_MS = 15 * 60_000;

/** Fewer say nothing of what is usual. */
const TELLING_REQUESTS = 20;

/** How the site does, for the rules to judge. */
export interface Measures {
  traffic: Traffic;
  /** Those that nobody has seen yet. */
  deadLetters: number;
  missedJobs: string[];
  databaseBytes: number;
  databaseLimitBytes: number;
  overlappingLessons: number;
}

export interface Finding {
  kind: AlertKind;
  value: number;
  /** Such as the names of jobs. */
  details: string;
}

export interface Alert extends Finding {
  id: string;
  severity: Severity;
  threshold: number;
  raisedAt: number;
  acknowledgedAt: number | null;
}

/** What the rules find wrong; nothing where nothing is known. */
export function findAlerts(measures: Measures): Finding[] {
  const { traffic, missedJobs } = measures;
  const { errorShare, p95Ms, hitRate } = traffic;
  const isTelling = (count: number) => count >= TELLING_REQUESTS;
  const values: Record<AlertKind, number | null> = {
    error_share: errorShare,
    slow_requests: isTelling(traffic.requests) ? p95Ms : null,
    cache_hits: isTelling(traffic.cacheLooks) ? hitRate : null,
    dead_letters: measures.deadLetters,
    job_missed: missedJobs.length,
    database_size: measures.databaseBytes / measures.databaseLimitBytes,
    overlapping_lessons: measures.overlappingLessons,
  };
  return (Object.keys(ALERT_RULES) as AlertKind[]).flatMap((kind) => {
    const value = values[kind];
    if (value === null || !isBad(kind, value)) return [];
    return [{ kind, value, details: kind === "job_missed" ? missedJobs.join(", ") : "" }];
  });
}

/** Whether a value is on the wrong side of its rule's threshold; on it is fine. */
export function isBad(kind: AlertKind, value: number): boolean {
  const { threshold } = ALERT_RULES[kind];
  return kind === "cache_hits" ? value < threshold : value > threshold;
}

/** What an alert says, as one sentence. */
export function describeAlert({ kind, value, details }: Finding): string {
  const percent = `${Number((value * 100).toFixed(1))} %`;
  const sentences: Record<AlertKind, string> = {
    error_share: `${percent} of the requests of the last 15 minutes failed on our side; 1 % may.`,
    slow_requests: `One request in twenty took longer than ${Math.round(value)} ms; 500 ms is the limit.`,
    cache_hits: `Caches answered ${percent} of what they were asked; it should be 60 % at least.`,
    dead_letters: `Messages that nobody could process: ${value}.`,
    job_missed: `Jobs that did not run when they should have: ${details}.`,
    database_size: `The database is ${percent} full; from 80 % on it needs attention.`,
    overlapping_lessons: `Lessons that put somebody in two places at once: ${value}.`,
  };
  return sentences[kind];
}
