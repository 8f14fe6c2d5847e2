/** A stretch of the day in minutes, 0..1440; null is open. */
interface Stretch {
  from: number | null;
  to: number | null;
}

/** One whose both ends are said. */
interface WholeStretch extends Stretch {
  from: number;
  to: number;
}

/** Where it stands: tokens `[start, end)`. */
interface Place {
  start: number;
  end: number;
}

/** A part of the day as typed. */
export type FoundPart = WholeStretch & Place;

/** A clock time as typed. `closed`: it says both ends. */
export type FoundClock = Place &
  ((WholeStretch & { closed: true }) | (Stretch & { closed?: false }));

interface United {
  time: Stretch | null;
  /** What the answer is made of; the rest would have widened it over hours nobody asked for. */
  used: Place[];
}

/**
 * Makes one stretch of all times of a query. A clock time is more exact than a part of the day:
 * "tonight at 8:30" is the hour from 8:30, "evening after 6" what is left of the evening.
 */
export function uniteTimes(
  implied: WholeStretch[],
  parts: FoundPart[],
  clocks: FoundClock[],
): United {
  const day = uniteStretches(implied, parts);
  const exact = uniteStretches(
    [],
    clocks.filter((it) => it.closed === true),
  );
  const open = clocks.filter((it) => it.closed !== true);
  if (exact.time) return { time: exact.time, used: [...parts, ...open, ...exact.used] };
  const bounds = intersect(open);
  if (!bounds) return day;
  const narrowed = day.time && intersect([day.time, bounds]);
  return { time: narrowed ?? bounds, used: [...day.used, ...open] };
}

/** Joins stretches that overlap or touch the first; a later one apart from it is not used. */
function uniteStretches(implied: WholeStretch[], found: FoundPart[]): United {
  let time = implied[0] ?? null;
  const used: FoundPart[] = [];
  for (const it of found) {
    if (time && !touches(time, it)) continue;
    const { from, to } = time ?? it;
    time = { from: Math.min(from, it.from), to: Math.max(to, it.to) };
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

function touches(a: WholeStretch, b: WholeStretch): boolean {
  return a.from <= b.to && b.from <= a.to;
}
