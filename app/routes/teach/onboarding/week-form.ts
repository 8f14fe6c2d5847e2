import type { LocalRange } from "../../../../worker/domain/availability.ts";
import {
  formatLocalTime,
  parseLocalTime,
  type Weekday,
} from "../../../../worker/domain/local-time.ts";
import { WEEKDAYS } from "../../../../worker/domain/week.ts";
import type { FormError } from "../../../forms.ts";

/** One line of a day as typed, "HH:MM"; an end at midnight reads "00:00". Both empty is no line. */
export interface HoursRow {
  from: string;
  to: string;
}

export type WeekRows = Record<Weekday, HoursRow[]>;

export type WeeklyRanges = Record<Weekday, LocalRange[]>;

/** What the buttons between the lines do to them. */
export type RowsChange =
  | { kind: "add"; weekday: Weekday }
  | { kind: "remove"; weekday: Weekday; index: number }
  /** Monday's lines become those of Tuesday to Friday. */
  | { kind: "copy" };

/** A quarter of an hour can be a line of its own, and no shorter time can. */
const MOST_ROWS = 96;
const MIDNIGHT = 1440;
const BLANK: HoursRow = { from: "", to: "" };

/** Every day with its lines, and with an empty one where there is none. */
export function toRows(weekly: Partial<WeeklyRanges>): WeekRows {
  return everyDay((weekday) => {
    const rows = (weekly[weekday] ?? []).map(({ startMinute, endMinute }) => ({
      from: formatLocalTime(startMinute),
      to: formatLocalTime(endMinute % MIDNIGHT),
    }));
    return rows.length > 0 ? rows : [BLANK];
  });
}

/** The lines of a sent form in its order; of each day no more than it can have. */
export function readRows(form: FormData): WeekRows {
  return everyDay((weekday) => {
    const read = (part: "from" | "to", index: number) =>
      String(form.get(rowName(weekday, index, part)) ?? "").slice(0, 20);
    const rows: HoursRow[] = [];
    while (rows.length < MOST_ROWS && form.has(rowName(weekday, rows.length, "from"))) {
      rows.push({ from: read("from", rows.length), to: read("to", rows.length) });
    }
    return rows.length > 0 ? rows : [BLANK];
  });
}

/** The name of an input. */
export function rowName(weekday: Weekday, index: number, part: "from" | "to"): string {
  return `day${weekday}_${index}_${part}`;
}

/** The hours, or what is wrong with which input. Rule: hours begin and end on quarters of an hour. */
export function checkRows(
  rows: WeekRows,
): { weekly: WeeklyRanges; problems: null } | { weekly: null; problems: FormError["fields"] } {
  const problems: FormError["fields"] = [];
  const weekly = everyDay((weekday) =>
    rows[weekday].flatMap((row, index) => {
      if (!row.from && !row.to) return [];
      const { range, problem } = checkRow(row);
      if (range) return [range];
      problems.push({ name: rowName(weekday, index, problem.part), message: problem.message });
      return [];
    }),
  );
  return problems.length > 0 ? { weekly: null, problems } : { weekly, problems: null };
}

type CheckedRow =
  | { range: LocalRange; problem: null }
  | { range: null; problem: { part: "from" | "to"; message: string } };

function checkRow(row: HoursRow): CheckedRow {
  const refuse = (part: "from" | "to", message: string): CheckedRow => ({
    range: null,
    problem: { part, message },
  });
  const startMinute = parseLocalTime(row.from);
  const end = parseLocalTime(row.to);
  if (startMinute === null) return refuse("from", "Enter when it begins, such as 09:30.");
  if (end === null) return refuse("to", "Enter when it ends, such as 17:00.");
  const endMinute = end || MIDNIGHT;
  if (startMinute % 15 !== 0) return refuse("from", "Begin at :00, :15, :30 or :45.");
  if (endMinute % 15 !== 0) return refuse("to", "End at :00, :15, :30 or :45.");
  if (startMinute >= endMinute) {
    return refuse(
      "to",
      "End after the beginning. What goes on past midnight belongs to the next day.",
    );
  }
  return { range: { startMinute, endMinute }, problem: null };
}

export function changeRows(rows: WeekRows, change: RowsChange): WeekRows {
  if (change.kind === "copy") {
    const [monday, ...rest] = WEEKDAYS;
    const copied = rest.filter((weekday) => weekday <= 5);
    return { ...rows, ...Object.fromEntries(copied.map((day) => [day, rows[monday ?? 1]])) };
  }
  const { weekday } = change;
  const lines = rows[weekday];
  if (change.kind === "add") {
    return { ...rows, [weekday]: [...lines, BLANK].slice(0, MOST_ROWS) };
  }
  const kept = lines.filter((_, index) => index !== change.index);
  return { ...rows, [weekday]: kept.length > 0 ? kept : [BLANK] };
}

/** The value of a button that changes lines, so that it works by sending the form too. */
export function toIntent(change: RowsChange): string {
  if (change.kind === "copy") return "copy";
  if (change.kind === "add") return `add-${change.weekday}`;
  return `remove-${change.weekday}-${change.index}`;
}

/** Null for any other button. */
export function parseIntent(intent: string): RowsChange | null {
  if (intent === "copy") return { kind: "copy" };
  const [, kind, day, index] = /^(add|remove)-([1-7])(?:-(\d{1,2}))?$/.exec(intent) ?? [];
  const weekday = WEEKDAYS.find((one) => String(one) === day);
  if (!weekday) return null;
  if (kind === "add") return index === undefined ? { kind, weekday } : null;
  return index === undefined ? null : { kind: "remove", weekday, index: Number(index) };
}

function everyDay<T>(of: (weekday: Weekday) => T): Record<Weekday, T> {
  return Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, of(weekday)])) as Record<
    Weekday,
    T
  >;
}
