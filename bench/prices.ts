/**
 * Dollars for a million of each on the Workers Paid plan, beyond what its 5 dollars a month include.
 * From developers.cloudflare.com: workers, d1, kv and queues, each /platform/pricing/, as of 2026-08.
 */
export const DOLLARS_PER_MILLION = {
  requests: 0.3,
  rowsRead: 0.001,
  rowsWritten: 1,
  kvReads: 0.5,
  kvWrites: 5,
  /** A message is written, read and deleted. */
  messages: 3 * 0.4,
} as const;

export type Use = Record<keyof typeof DOLLARS_PER_MILLION, number>;

/** Dollars for a million of what was used once. */
export function toDollars(use: Use): number {
  const names = Object.keys(DOLLARS_PER_MILLION) as (keyof Use)[];
  return names.reduce((sum, name) => sum + use[name] * DOLLARS_PER_MILLION[name], 0);
}
