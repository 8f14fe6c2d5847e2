/** A stretch of real time, `[start, end)` in epoch ms, in which a zone's clocks keep one offset. */
export interface OffsetSegment {
  start: number;
  end: number;
  /** Local clock minus UTC. */
  offsetMinutes: number;
}

const MINUTE_MS = 60_000;

/** No zone changes its clocks twice within this time (the closest, around Ramadan, are 4 weeks apart). */
const SAMPLE_MS = 14 * 24 * 60 * MINUTE_MS;

/** Asking Intl takes microseconds, so each year of a zone is explored once; the map starts over when full. */
const MAX_REMEMBERED_YEARS = 2048;
const rememberedYears = new Map<string, YearOfSegments>();

type YearOfSegments = readonly [OffsetSegment, ...OffsetSegment[]];

/** Whether `name` is an IANA zone known here; bare offsets such as "+05:30" are not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Local clock minus UTC at `instant`. Throws RangeError for an unknown zone. */
export function offsetMinutesAt(zone: string, instant: number): number {
  const [first, ...later] = segmentsOfYear(zone, new Date(instant).getUTCFullYear());
  let { offsetMinutes } = first;
  for (const segment of later) {
    if (segment.start <= instant) offsetMinutes = segment.offsetMinutes;
  }
  return offsetMinutes;
}

/** The offsets a zone goes through in `[from, to)`, in order, without gaps, cut to that window. */
export function offsetSegments(zone: string, from: number, to: number): OffsetSegment[] {
  const result: OffsetSegment[] = [];
  const lastYear = new Date(to).getUTCFullYear();
  for (let year = new Date(from).getUTCFullYear(); year <= lastYear; year++) {
    for (const segment of segmentsOfYear(zone, year)) {
      const start = Math.max(segment.start, from);
      const end = Math.min(segment.end, to);
      if (start >= end) continue;
      const last = result.at(-1);
      if (last?.offsetMinutes === segment.offsetMinutes) last.end = end;
      else result.push({ start, end, offsetMinutes: segment.offsetMinutes });
    }
  }
  return result;
}

function segmentsOfYear(zone: string, year: number): YearOfSegments {
  const key = `${zone} ${year}`;
  const known = rememberedYears.get(key);
  if (known) return known;
  const segments = exploreYear(zone, year);
  if (rememberedYears.size >= MAX_REMEMBERED_YEARS) rememberedYears.clear();
  rememberedYears.set(key, segments);
  return segments;
}

/** Samples the UTC year and narrows every change of offset down to its exact instant. */
function exploreYear(zone: string, year: number): YearOfSegments {
  const offsetAt = intlOffset(zone);
  const yearEnd = Date.UTC(year + 1, 0, 1);
  const yearStart = Date.UTC(year, 0, 1);
  let current = { start: yearStart, end: yearEnd, offsetMinutes: offsetAt(yearStart) };
  const segments: [OffsetSegment, ...OffsetSegment[]] = [current];
  for (let low = yearStart; low < yearEnd - 1; low += SAMPLE_MS) {
    const high = Math.min(low + SAMPLE_MS, yearEnd - 1);
    const offsetMinutes = offsetAt(high);
    if (offsetMinutes === current.offsetMinutes) continue;
    const start = firstInstantWith(offsetMinutes, offsetAt, low, high);
    current.end = start;
    current = { start, end: yearEnd, offsetMinutes };
    segments.push(current);
  }
  return segments;
}

/** Bisects `(low, high]` for the change after which `offsetAt` answers `offsetMinutes`. */
function firstInstantWith(
  offsetMinutes: number,
  offsetAt: (instant: number) => number,
  low: number,
  high: number,
): number {
  let before = low;
  let after = high;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === offsetMinutes) after = middle;
    else before = middle;
  }
  return after;
}

function intlOffset(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instant) => {
    const [month, day, year, hour, minute, second] = format
      .format(instant)
      .split(/\D+/)
      .map(Number) as [number, number, number, number, number, number];
    const local = Date.UTC(year, month - 1, day, hour, minute, second);
    return (local - Math.floor(instant / 1000) * 1000) / MINUTE_MS;
  };
}
