import fc from "fast-check";

/** An instructor and their lessons as plain data, in the terms of `createInstructor`. */
export interface Diary {
  timezone: string;
  minimumNoticeHours: number;
  bufferMinutes: number;
  /** By weekday, 1 is Monday. */
  weekly: Record<number, string[]>;
  dates: Record<string, string[]>;
  blackouts: string[];
  /** Quarters of an hour since `from`, and how many they last. */
  taught: [number, number][];
  taken: [number, number][];
  from: string;
  to: string;
  /** Epoch milliseconds. */
  now: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Three dates each, most of them around a change of clocks. */
const PLACES = [
  ["America/New_York", "2026-10-31"],
  ["America/New_York", "2027-03-13"],
  ["Australia/Lord_Howe", "2027-04-03"],
  ["Asia/Kolkata", "2026-12-01"],
  ["Pacific/Kiritimati", "2026-12-01"],
  ["Africa/Cairo", "2026-10-29"],
] as const;

const hours = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 30 }), fc.nat(20))
  .map(([start, first, gap]) => {
    const second = start + first + gap + 1;
    const label = (quarter: number) =>
      `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
    return [
      `${label(start)}-${label(start + first)}`,
      `${label(second)}-${label(Math.min(second + 24, 96))}`,
    ];
  });
const lessons = fc.array(
  fc.tuple(fc.integer({ min: -16, max: 300 }), fc.integer({ min: 1, max: 16 })),
  { maxLength: 6 },
);

/** Any diary over three dates and any moment from shortly before to within them. */
export const diaries: fc.Arbitrary<Diary> = fc.constantFrom(...PLACES).chain(([timezone, from]) => {
  const dates = [0, 1, 2].map((days) => dateAfter(from, days));
  return fc.record({
    timezone: fc.constant(timezone),
    minimumNoticeHours: fc.constantFrom(0, 1, 2, 24),
    bufferMinutes: fc.constantFrom(0, 10, 30, 60),
    weekly: fc.record({ 1: hours, 2: hours, 4: hours, 5: hours, 6: hours, 7: hours }),
    dates: fc.dictionary(
      fc.constantFrom(...dates),
      fc.oneof(
        fc.constant<string[]>([]),
        hours.map((two) => two.slice(0, 1)),
      ),
      { maxKeys: 1 },
    ),
    blackouts: fc.constantFrom([], [], [`${dates[1]}`], [`2026-01-01/${from}`]),
    taught: lessons,
    taken: lessons,
    from: fc.constant(from),
    to: fc.constant(dates[2] as string),
    now: fc
      .integer({ min: -24 * 60, max: 24 * 60 })
      .map((minutes) => Date.parse(`${from}T12:00:00Z`) + minutes * MINUTE_MS),
  });
});

/**
 * Which minutes are free, found by reading the wall clock and looking at every single one. Knows nothing of
 * intervals; `taught` and `taken` are `[start, end)` pairs of epoch milliseconds.
 */
export function freeMinutes(
  diary: Omit<Diary, "taught" | "taken">,
  taught: [number, number][],
  taken: [number, number][],
): Set<number> {
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: diary.timezone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const earliest = diary.now + diary.minimumNoticeHours * 60 * MINUTE_MS;
  const buffer = diary.bufferMinutes * MINUTE_MS;
  const free = new Set<number>();
  const first = Date.parse(diary.from) - DAY_MS;
  const last = Date.parse(diary.to) + 2 * DAY_MS;
  // Hours begin and end on quarters and so do lessons: a quarter that the notice cuts is of no use.
  for (let quarter = first; quarter < last; quarter += 15 * MINUTE_MS) {
    const [date = "", time = ""] = clock.format(quarter).split(" ");
    if (date < diary.from || date > diary.to || quarter < earliest) continue;
    if (!isTaught(diary, date, time)) continue;
    for (let at = quarter; at < quarter + 15 * MINUTE_MS; at += MINUTE_MS) {
      if (taught.some(([start, end]) => start - buffer <= at && at < end + buffer)) continue;
      if (taken.some(([start, end]) => start <= at && at < end)) continue;
      free.add(at);
    }
  }
  return free;
}

function isTaught(
  { weekly, dates, blackouts }: Pick<Diary, "weekly" | "dates" | "blackouts">,
  date: string,
  time: string,
): boolean {
  const isAway = blackouts.some((blackout) => {
    const [from = "", to = from] = blackout.split("/");
    return from <= date && date <= to;
  });
  if (isAway) return false;
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
  return (dates[date] ?? weekly[weekday] ?? []).some((range) => {
    const [start = "", end = ""] = range.split("-");
    return start <= time && time < end;
  });
}

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}
