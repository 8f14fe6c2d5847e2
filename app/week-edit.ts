import type { LocalRange } from "../worker/domain/availability.ts";
import { mergeRanges } from "../worker/domain/availability.ts";
import { subtractIntervals } from "../worker/domain/interval.ts";
import { weekdayOf } from "../worker/domain/local-time.ts";
import { BLANK_LINE, type HoursLine, MOST_LINES, readLine, toLine } from "./hours-line.ts";

/** A day as it is being edited: a date of a week, or a weekday (key "1" is Monday). */
export interface EditedDay {
  key: string;
  lines: HoursLine[];
  /** The hours of its weekday; null where the weekday itself is edited. */
  usual: LocalRange[] | null;
  /** Whether it follows its weekday's hours instead of having its own. */
  isUsual: boolean;
  /** Days that are over do not change any more. */
  isFixed: boolean;
}

export type WeekEdit =
  | { kind: "paint"; keys: string[]; range: LocalRange; isOpen: boolean }
  | { kind: "add_line"; key: string }
  | { kind: "remove_line"; key: string; index: number }
  | { kind: "type"; key: string; index: number; line: HoursLine }
  | { kind: "copy_day"; from: string; to: string[] }
  | { kind: "preset"; preset: PresetName }
  | { kind: "clear"; keys: string[] }
  | { kind: "usual"; key: string };

/** Hours that many teach; each adds to what is there. */
export const PRESETS = {
  mornings: { label: "Mornings", about: "Monday to Friday, 8 AM to noon", hours: [8, 12] },
  afternoons: { label: "Afternoons", about: "Monday to Friday, noon to 5 PM", hours: [12, 17] },
  evenings: { label: "Evenings", about: "Monday to Friday, 5 to 9 PM", hours: [17, 21] },
  office: { label: "9 to 5", about: "Monday to Friday, 9 AM to 5 PM", hours: [9, 17] },
  weekends: { label: "Weekends", about: "Saturday and Sunday, 9 AM to 5 PM", hours: [9, 17] },
} as const;

export type PresetName = keyof typeof PRESETS;

/** The days after one edit. Those that are over stay as they are. */
export function applyWeekEdit(days: readonly EditedDay[], edit: WeekEdit): EditedDay[] {
  const change = toChange(days, edit);
  return days.map((day) => (day.isFixed ? day : change(day)));
}

function toChange(days: readonly EditedDay[], edit: WeekEdit): (day: EditedDay) => EditedDay {
  const only = (keys: readonly string[], change: (day: EditedDay) => EditedDay) => {
    return (day: EditedDay) => (keys.includes(day.key) ? change(day) : day);
  };
  switch (edit.kind) {
    case "paint":
      return only(edit.keys, (day) => paint(day, edit.range, edit.isOpen));
    case "add_line":
      return only([edit.key], (day) => ({
        ...day,
        lines: [...day.lines, BLANK_LINE].slice(0, MOST_LINES),
      }));
    case "remove_line":
      return only([edit.key], (day) =>
        withLines(
          day,
          day.lines.filter((_, index) => index !== edit.index),
        ),
      );
    case "type":
      return only([edit.key], (day) => withLines(day, day.lines.with(edit.index, edit.line)));
    case "copy_day": {
      const lines = days.find(({ key }) => key === edit.from)?.lines;
      return only(lines ? edit.to : [], (day) => withLines(day, lines ?? []));
    }
    case "preset":
      return (day) => addPreset(day, edit.preset);
    case "clear":
      return only(edit.keys, (day) => withLines(day, []));
    case "usual":
      return only([edit.key], (day) =>
        day.usual ? { ...day, lines: toLines(day.usual), isUsual: true } : day,
      );
  }
}

/** Opens or closes a stretch; lines that are not finished stay. */
function paint(day: EditedDay, range: LocalRange, isOpen: boolean): EditedDay {
  const ranges = rangesOf(day);
  const painted = isOpen ? mergeRanges([...ranges, range]) : subtractRange(ranges, range);
  const unread = day.lines.filter((line) => readLine(line).range === null);
  return withLines(day, [...toLines(painted), ...unread]);
}

function subtractRange(ranges: readonly LocalRange[], range: LocalRange): LocalRange[] {
  const toInterval = ({ startMinute: start, endMinute: end }: LocalRange) => ({ start, end });
  return subtractIntervals(ranges.map(toInterval), [toInterval(range)]).map(({ start, end }) => ({
    startMinute: start,
    endMinute: end,
  }));
}

function addPreset(day: EditedDay, preset: PresetName): EditedDay {
  const isWeekend = weekdayOfKey(day.key) >= 6;
  if (isWeekend !== (preset === "weekends")) return day;
  const [from, to] = PRESETS[preset].hours;
  return paint(day, { startMinute: from * 60, endMinute: to * 60 }, true);
}

/** A day that follows its weekday goes on to as long as it reads the same. */
function withLines(day: EditedDay, lines: HoursLine[]): EditedDay {
  const changed = { ...day, lines, isUsual: false };
  const isSame = day.usual !== null && textOf(changed) === textOf({ lines: toLines(day.usual) });
  return { ...changed, isUsual: day.isUsual && isSame };
}

export function weekdayOfKey(key: string): number {
  return key.length === 1 ? Number(key) : weekdayOf(key);
}

export function toLines(ranges: readonly LocalRange[]): HoursLine[] {
  return mergeRanges(ranges).map(toLine);
}

/** The hours of all lines that can be read, sorted and separate. */
export function rangesOf({ lines }: Pick<EditedDay, "lines">): LocalRange[] {
  return mergeRanges(lines.flatMap((line) => readLine(line).range ?? []));
}

/** What a day says, so that two can be compared: "usual", or its hours whatever their order. */
export function stateOf(day: EditedDay): string {
  return day.isUsual ? "usual" : textOf(day);
}

function textOf({ lines }: Pick<EditedDay, "lines">): string {
  const unread = lines.filter((line) => readLine(line).problem).map(({ from, to }) => [from, to]);
  const ranges = rangesOf({ lines }).map(({ startMinute, endMinute }) => [startMinute, endMinute]);
  return JSON.stringify([...ranges, ...unread]);
}
