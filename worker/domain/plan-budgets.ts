/** What a day may use before it costs more or, on the free plan, is refused. */
export interface DailyBudgets {
  plan: "free" | "paid";
  kvReads: number;
  kvWrites: number;
  rowsRead: number;
  rowsWritten: number;
}

/** Cloudflare's free plan, a day; as of 2026-08. */
const FREE: DailyBudgets = {
  plan: "free",
  kvReads: 100_000,
  kvWrites: 1_000,
  rowsRead: 5_000_000,
  rowsWritten: 100_000,
};

/** What the paid plan includes in a month; as of 2026-08. */
const PAID_MONTH = {
  kvReads: 10_000_000,
  kvWrites: 1_000_000,
  rowsRead: 25_000_000_000,
  rowsWritten: 50_000_000,
};

const MONTH_DAYS = 30;

/** The size at which a database of the free plan takes no more. */
const FREE_DATABASE_BYTES = 500_000_000;

/** The budgets of the plan that a database of this size at most belongs to. */
export function toDailyBudgets(databaseLimitBytes: number): DailyBudgets {
  if (databaseLimitBytes <= FREE_DATABASE_BYTES) return FREE;
  return {
    plan: "paid",
    kvReads: Math.floor(PAID_MONTH.kvReads / MONTH_DAYS),
    kvWrites: Math.floor(PAID_MONTH.kvWrites / MONTH_DAYS),
    rowsRead: Math.floor(PAID_MONTH.rowsRead / MONTH_DAYS),
    rowsWritten: Math.floor(PAID_MONTH.rowsWritten / MONTH_DAYS),
  };
}
