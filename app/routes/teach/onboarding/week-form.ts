import type { LocalRange } from "../../../../worker/domain/availability.ts";
import type { Weekday } from "../../../../worker/domain/local-time.ts";
import { WEEKDAYS } from "../../../../worker/domain/week.ts";
import type { FormError } from "../../../forms.ts";
import { BLANK_LINE, type HoursLine, MOST_LINES, readLine, toLine } from "../../../hours-line.ts";

export type WeekRows = Record<Weekday, HoursLine[]>;

export type WeeklyRanges = Record<Weekday, LocalRange[]>;

/** What the buttons between the lines do to them. */
export type RowsChange =
  | { kind: "add"; weekday: Weekday }
  | { kind: "remove"; weekday: Weekday; index: number }
  /** Monday's lines become those of Tuesday to Friday. */
  | { kind: "copy" };

/** Every day with its lines, and with an empty one where there is none. */
export function toRows(weekly: Partial<WeeklyRanges>): WeekRows {
  return everyDay((weekday) => {
    const rows = (weekly[weekday] ?? []).map(toLine);
    return rows.length > 0 ? rows : [BLANK_LINE];
  });
}

/** The lines of a sent form in its order; of each day no more than it can have. */
export function readRows(form: FormData): WeekRows {
  return everyDay((weekday) => {
    const read = (part: "from" | "to", index: number) =>
      String(form.get(rowName(weekday, index, part)) ?? "").slice(0, 20);
    const rows: HoursLine[] = [];
    while (rows.length < MOST_LINES && form.has(rowName(weekday, rows.length, "from"))) {
      rows.push({ from: read("from", rows.length), to: read("to", rows.length) });
    }
    return rows.length > 0 ? rows : [BLANK_LINE];
  });
}

/** The name of an input. */
export function rowName(weekday: Weekday, index: number, part: "from" | "to"): string {
  return `day${weekday}_${index}_${part}`;
}

/** The hours, or what is wrong with which input. */
export function checkRows(
  rows: WeekRows,
): { weekly: WeeklyRanges; problems: null } | { weekly: null; problems: FormError["fields"] } {
  const problems: FormError["fields"] = [];
  const weekly = everyDay((weekday) =>
    rows[weekday].flatMap((row, index) => {
      const { range, problem } = readLine(row);
      if (problem) {
        problems.push({ name: rowName(weekday, index, problem.part), message: problem.message });
      }
      return range ?? [];
    }),
  );
  return problems.length > 0 ? { weekly: null, problems } : { weekly, problems: null };
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
    return { ...rows, [weekday]: [...lines, BLANK_LINE].slice(0, MOST_LINES) };
  }
  const kept = lines.filter((_, index) => index !== change.index);
  return { ...rows, [weekday]: kept.length > 0 ? kept : [BLANK_LINE] };
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
