import { remember } from "./remember.ts";

/** A stretch of real time, `[start, end)` in epoch ms, in which a zone's clocks keep one offset. */
export interface OffsetSegment {
  start: number;
  end: number;
  /** Local clock minus UTC. */
  offsetMinutes: number;
}

/** What a zone does within one chapter of time. Never empty, without gaps. */
type Chapter = readonly [OffsetSegment, ...OffsetSegment[]];

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** No zone changes its clocks twice within this time; the closest, around Ramadan, are 4 weeks apart. */
const SAMPLE_MS = 14 * DAY_MS;

/** Asking Intl takes microseconds, so time is explored in chapters of a little over a year, once each. */
const CHAPTER_MS = 28 * SAMPLE_MS;
const MAX_ZONES = 512;
const MAX_CHAPTERS_PER_ZONE = 32;
const chaptersByZone = new Map<string, Map<number, Chapter>>();

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
  const [first, ...later] = chapterOf(zone, Math.floor(instant / CHAPTER_MS));
  let { offsetMinutes } = first;
  for (const segment of later) {
    if (segment.start <= instant) offsetMinutes = segment.offsetMinutes;
  }
  return offsetMinutes;
}

/** The offsets a zone goes through in `[from, to)`, in order, without gaps, cut to that window. */
export function offsetSegments(zone: string, from: number, to: number): OffsetSegment[] {
  const result: OffsetSegment[] = [];
  for (let index = Math.floor(from / CHAPTER_MS); index * CHAPTER_MS < to; index++) {
    for (const segment of chapterOf(zone, index)) {
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

function chapterOf(zone: string, index: number): Chapter {
  const chapters = remember(chaptersByZone, MAX_ZONES, zone, () => new Map<number, Chapter>());
  return remember(chapters, MAX_CHAPTERS_PER_ZONE, index, () => exploreChapter(zone, index));
}

/** Samples the chapter and narrows every change of offset down to its exact instant. */
function exploreChapter(zone: string, index: number): Chapter {
  const offsetAt = intlOffset(zone);
  const chapterStart = index * CHAPTER_MS;
  const chapterEnd = chapterStart + CHAPTER_MS;
  let current = { start: chapterStart, end: chapterEnd, offsetMinutes: offsetAt(chapterStart) };
  const segments: [OffsetSegment, ...OffsetSegment[]] = [current];
  for (let low = chapterStart; low < chapterEnd; low += SAMPLE_MS) {
    const offsetMinutes = offsetAt(low + SAMPLE_MS);
    if (offsetMinutes === current.offsetMinutes) continue;
    const start = findChange(offsetAt, low, low + SAMPLE_MS);
    current.end = start;
    current = { start, end: chapterEnd, offsetMinutes };
    segments.push(current);
  }
  return segments;
}

/** The instant in `(low, high]`, on a whole minute, from which the offset is the one at `high`. */
function findChange(offsetAt: (instant: number) => number, low: number, high: number): number {
  const offsetAfter = offsetAt(high);
  let before = low / MINUTE_MS;
  let after = high / MINUTE_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle * MINUTE_MS) === offsetAfter) after = middle;
    else before = middle;
  }
  return after * MINUTE_MS;
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
  });
  return (instant) => {
    const [month, day, year, hour, minute] = format.format(instant).split(/\D+/).map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return (Date.UTC(year, month - 1, day, hour, minute) - instant) / MINUTE_MS;
  };
}
