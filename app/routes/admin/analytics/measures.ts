/** Red from here on, of a budget or of what there is room for. */
const ALARMING_SHARE = 0.8;

/** How much of a budget is used, as people read it. */
export interface BudgetUse {
  /** Of the budget; more than 1 where it is overdrawn. */
  share: number;
  /** "85 %". */
  text: string;
  isAlarming: boolean;
}

/** Judges what was used of a budget, which is not 0. */
export function toBudgetUse(used: number, budget: number): BudgetUse {
  const share = used / budget;
  return { share, text: shareText(share), isAlarming: share > ALARMING_SHARE };
}

/** "12.5 %"; null where there is nothing to take a share of. */
export function shareText<S extends number | null>(share: S): S extends number ? string : null;
export function shareText(share: number | null): string | null {
  return share === null ? null : `${Number((share * 100).toFixed(1))} %`;
}

/** "1,234,567"; null where it is not known. */
export function countText<C extends number | null>(count: C): C extends number ? string : null;
export function countText(count: number | null): string | null {
  return count === null ? null : Math.round(count).toLocaleString("en-US");
}

/** "1.2 MB", as Cloudflare counts them. */
export function megabytesText(bytes: number): string {
  const megabytes = Number((bytes / 1_000_000).toFixed(1));
  return `${megabytes.toLocaleString("en-US")} MB`;
}

/** "350 ms", "4 s", "12 min", "3 h", "2 days", rounded down; null where it is not known. */
export function spanText(ms: number | null): string | null {
  if (ms === null) return null;
  if (ms < 1_000) return `${Math.max(0, Math.floor(ms))} ms`;
  const seconds = Math.floor(ms / 1_000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
