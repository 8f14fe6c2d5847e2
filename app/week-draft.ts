import type { LocalRange } from "../worker/domain/availability.ts";
import { type HoursLine, MOST_LINES, readLine } from "./hours-line.ts";
import {
  applyWeekEdit,
  type EditedDay,
  PRESETS,
  type PresetName,
  stateOf,
  toLines,
  type WeekEdit,
} from "./week-edit.ts";

/** Hours that are being edited, with what they were when the editing began. */
export interface WeekDraft {
  /** The tag of what was seen, which has to be so still when it is saved. */
  seen: string;
  /** The state of each day by its key, as it was seen. */
  base: Record<string, string>;
  days: EditedDay[];
}

/** A day as it is stored. */
export interface StoredDay {
  key: string;
  /** Null where the day follows its weekday. */
  own: LocalRange[] | null;
  usual: LocalRange[] | null;
  isPast: boolean;
}

export interface StoredWeek {
  seen: string;
  days: StoredDay[];
}

interface LineProblem {
  name: string;
  message: string;
}

/** Nothing edited yet. */
export function toDraft({ seen, days }: StoredWeek): WeekDraft {
  const edited = days.map(toEditedDay);
  return { seen, days: edited, base: baseOf(edited) };
}

function toEditedDay({ key, own, usual, isPast }: StoredDay): EditedDay {
  const lines = toLines(own ?? usual ?? []);
  return { key, lines, usual, isUsual: own === null && usual !== null, isFixed: isPast };
}

function baseOf(days: readonly EditedDay[]): Record<string, string> {
  return Object.fromEntries(days.map((day) => [day.key, stateOf(day)]));
}

export function editDraft(draft: WeekDraft, edit: WeekEdit): WeekDraft {
  return settle({ ...draft, days: applyWeekEdit(draft.days, edit) });
}

/** A day that followed its weekday and reads the same again goes on following it. */
function settle(draft: WeekDraft): WeekDraft {
  const days = draft.days.map((day) => {
    if (day.isUsual || day.usual === null || draft.base[day.key] !== "usual") return day;
    const usual = stateOf({ ...day, lines: toLines(day.usual) });
    return { ...day, isUsual: stateOf(day) === usual };
  });
  return { ...draft, days };
}

/** The days that are not any more what they were. */
export function changedDays({ base, days }: WeekDraft): EditedDay[] {
  return days.filter((day) => !day.isFixed && stateOf(day) !== base[day.key]);
}

/** The same changes on top of what is stored now; days that were left alone are as stored. */
export function rebase(draft: WeekDraft, now: StoredWeek): WeekDraft {
  const changed = new Map(changedDays(draft).map((day) => [day.key, day]));
  const stored = toDraft(now);
  const days = stored.days.map((day): EditedDay => {
    const mine = changed.get(day.key);
    if (!mine || day.isFixed) return day;
    const isUsual = mine.isUsual && day.usual !== null;
    return { ...day, lines: isUsual ? toLines(day.usual ?? []) : mine.lines, isUsual };
  });
  return { ...stored, days };
}

/** What keeps the lines from being saved, each with the name of its input. */
export function findLineProblems(days: readonly EditedDay[]): LineProblem[] {
  return days
    .filter(({ isFixed }) => !isFixed)
    .flatMap(({ key, lines }) =>
      lines.flatMap((line, index) => {
        const { problem } = readLine(line);
        return problem
          ? [{ name: lineName(key, index, problem.part), message: problem.message }]
          : [];
      }),
    );
}

/** The name of a time's input. */
export function lineName(key: string, index: number, part: "from" | "to"): string {
  return `${part}.${key}.${index}`;
}

/** The draft in a sent form; days that are not in it are as stored. */
export function readDraft(form: FormData, stored: StoredWeek): WeekDraft {
  const clean = toDraft(stored);
  const base: Record<string, string> = {};
  const days = clean.days.map((day) => {
    const seen = form.get(`base.${day.key}`);
    base[day.key] = typeof seen === "string" ? seen : stateOf(day);
    return typeof seen === "string" && !day.isFixed ? readDay(form, day) : day;
  });
  return settle({ seen: String(form.get("seen") ?? ""), base, days });
}

function readDay(form: FormData, stored: EditedDay): EditedDay {
  const lines: HoursLine[] = [];
  while (lines.length < MOST_LINES && form.has(lineName(stored.key, lines.length, "from"))) {
    const read = (part: "from" | "to") =>
      String(form.get(lineName(stored.key, lines.length, part)) ?? "").slice(0, 20);
    lines.push({ from: read("from"), to: read("to") });
  }
  const usual = form.get(`usual.${stored.key}`);
  const read = { ...stored, lines, isUsual: false };
  // Without scripts a day that shows its usual hours has its own as soon as a time is typed.
  const follows = stored.usual !== null && usual !== null && stateOf(read) === usual;
  return { ...read, isUsual: follows };
}

/** What goes along with a day's lines so that `readDraft` finds the same day again. */
export function hiddenFieldsOf(day: EditedDay, base: string): { name: string; value: string }[] {
  const shown = stateOf({ ...day, isUsual: false });
  return [
    { name: `base.${day.key}`, value: base },
    ...(day.isUsual ? [{ name: `usual.${day.key}`, value: shown }] : []),
  ];
}

/** What a button of the form asks for, by its value and by what is ticked; null for none of them. */
export function parseEdit(value: string, form: FormData): WeekEdit | null {
  const [kind, key = "", index = ""] = value.split(":");
  switch (kind) {
    case "add":
      return { kind: "add_line", key };
    case "remove":
      return { kind: "remove_line", key, index: Number(index) };
    case "copy":
      return { kind: "copy_day", from: key, to: form.getAll(`copy.${key}`).map(String) };
    case "clear":
      return { kind: "clear", keys: key.split(",") };
    case "usual":
      return { kind: "usual", key };
    case "preset":
      return isPreset(key) ? { kind: "preset", preset: key } : null;
    default:
      return null;
  }
}

function isPreset(name: string): name is PresetName {
  return Object.hasOwn(PRESETS, name);
}
