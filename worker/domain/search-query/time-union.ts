/** A stretch of the day in minutes, 0..1440; null is open. */
interface Stretch {
  from: number | null;
  to: number | null;
}

/** A stretch as typed; tokens `[start, end)`. `closed`: a clock time that says both ends. */
export interface FoundTime extends Stretch {
  closed?: boolean;
  start: number;
  end: number;
}

interface United {
  time: Stretch | null;
  /** What the answer is made of; the rest would have widened it over hours nobody asked for. */
  used: FoundTime[];
}

/**
 * Makes one stretch of all times of a query. A clock time is more exact than a part of the day:
 * "tonight at 8:30" is the hour from 8:30, "evening after 6" what is left of the evening.
 */
export function uniteTimes(implied: Stretch[], parts: FoundTime[], clocks: FoundTime[]): United {
  const day = uniteStretches(implied, parts);
  const exact = uniteStretches(
    [],
    clocks.filter((it) => it.closed),
  );
  const open = clocks.filter((it) => !it.closed);
  if (exact.time) return { time: exact.time, used: [...parts, ...open, ...exact.used] };
  const bounds = intersect(open);
  if (!bounds) return day;
  const narrowed = day.time && intersect([day.time, bounds]);
  return { time: narrowed ?? bounds, used: [...day.used, ...open] };
}

/** Joins stretches that overlap or touch the first; a later one apart from it is not used. */
function uniteStretches(implied: Stretch[], found: FoundTime[]): United {
  let time: Stretch | null = implied[0] ?? null;
  const used: FoundTime[] = [];
  for (const it of found) {
    if (time && !touches(time, it)) continue;
    time = time ? { from: lower(time.from, it.from), to: upper(time.to, it.to) } : toStretch(it);
    used.push(it);
  }
  return { time, used };
}

/** Null when there is nothing to intersect or nothing in common. */
function intersect(stretches: Stretch[]): Stretch | null {
  if (stretches.length === 0) return null;
  const lows = stretches.flatMap((it) => it.from ?? []);
  const highs = stretches.flatMap((it) => it.to ?? []);
  const from = lows.length > 0 ? Math.max(...lows) : null;
  const to = highs.length > 0 ? Math.min(...highs) : null;
  return from !== null && to !== null && from >= to ? null : { from, to };
}

function touches(a: Stretch, b: Stretch): boolean {
  return (a.from ?? 0) <= (b.to ?? 1440) && (b.from ?? 0) <= (a.to ?? 1440);
}

function lower(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.min(a, b);
}

function upper(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}

function toStretch({ from, to }: Stretch): Stretch {
  return { from, to };
}
