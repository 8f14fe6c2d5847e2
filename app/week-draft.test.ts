import fc from "fast-check";
import { expect, test } from "vitest";
import {
  changedDays,
  editDraft,
  findLineProblems,
  hiddenFieldsOf,
  lineName,
  parseEdit,
  readDraft,
  rebase,
  type StoredWeek,
  toDraft,
  type WeekDraft,
} from "./week-draft.ts";
import { rangesOf, stateOf, type WeekEdit } from "./week-edit.ts";

const NINE_TO_NOON = { startMinute: 540, endMinute: 720 };
const EVENING = { startMinute: 1080, endMinute: 1200 };
const DATES = ["2026-12-07", "2026-12-08", "2026-12-09"];
const [MONDAY = "", TUESDAY = "", WEDNESDAY = ""] = DATES;

function week(own: Record<string, (typeof EVENING)[]> = {}, seen = "one"): StoredWeek {
  const days = DATES.map((key) => ({
    key,
    own: own[key] ?? null,
    usual: [NINE_TO_NOON],
    isPast: key === MONDAY,
  }));
  return { seen, days };
}

/** The form as the page sends it. */
function toForm({ seen, base, days }: WeekDraft): FormData {
  const form = new FormData();
  form.set("seen", seen);
  for (const day of days.filter(({ isFixed }) => !isFixed)) {
    for (const { name, value } of hiddenFieldsOf(day, base[day.key] ?? "")) form.set(name, value);
    for (const [index, { from, to }] of day.lines.entries()) {
      form.set(lineName(day.key, index, "from"), from);
      form.set(lineName(day.key, index, "to"), to);
    }
  }
  return form;
}

const keysOf = (draft: WeekDraft) => changedDays(draft).map(({ key }) => key);
const paint = (key: string, range = EVENING, isOpen = true): WeekEdit => ({
  kind: "paint",
  keys: [key],
  range,
  isOpen,
});

test("Nothing is changed at first, and only what is edited is changed then", () => {
  const draft = toDraft(week({ [TUESDAY]: [EVENING] }));
  expect(keysOf(draft)).toEqual([]);
  expect(keysOf(editDraft(draft, paint(WEDNESDAY)))).toEqual([WEDNESDAY]);
  expect(keysOf(editDraft(draft, paint(TUESDAY)))).toEqual([]);
  expect(keysOf(editDraft(draft, paint(MONDAY)))).toEqual([]);
  expect(keysOf(editDraft(draft, { kind: "usual", key: TUESDAY }))).toEqual([TUESDAY]);
});

test("A day painted and then erased again follows its weekday as before", () => {
  const painted = editDraft(toDraft(week()), paint(TUESDAY));
  expect(keysOf(painted)).toEqual([TUESDAY]);
  const erased = editDraft(painted, paint(TUESDAY, EVENING, false));
  expect([keysOf(erased), erased.days[1]?.isUsual]).toEqual([[], true]);
});

test("A form brings back the draft that it was made of, whatever was edited", () => {
  const range = fc
    .tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 6 }))
    .map(([start, length]) => ({ startMinute: start * 15, endMinute: (start + length) * 15 }));
  const edit = fc.oneof(
    fc
      .tuple(fc.constantFrom(...DATES), range, fc.boolean())
      .map(([key, one, isOpen]) => paint(key, one, isOpen)),
    fc.constantFrom(...DATES).map((key): WeekEdit => ({ kind: "usual", key })),
    fc.constantFrom(...DATES).map((key): WeekEdit => ({ kind: "clear", keys: [key] })),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 10 }), fc.boolean(), (edits, hasOwn) => {
      const stored = week(hasOwn ? { [TUESDAY]: [EVENING], [WEDNESDAY]: [] } : {});
      const draft = edits.reduce(editDraft, toDraft(stored));
      expect(readDraft(toForm(draft), stored)).toEqual(draft);
    }),
  );
});

test("A time typed without scripts gives a usual day hours of its own", () => {
  const form = toForm(toDraft(week()));
  form.set(lineName(TUESDAY, 0, "to"), "13:00");
  const draft = readDraft(form, week());
  expect(keysOf(draft)).toEqual([TUESDAY]);
  expect(draft.days[1]).toMatchObject({ isUsual: false });
});

test("A form that leaves days out leaves them as they are stored", () => {
  const form = new FormData();
  form.set("seen", "one");
  expect(keysOf(readDraft(form, week({ [TUESDAY]: [EVENING] })))).toEqual([]);
});

test("Days that were left alone take over what was saved meanwhile, and changed ones stay mine", () => {
  const mine = editDraft(toDraft(week()), paint(TUESDAY));
  const now = week({ [TUESDAY]: [], [WEDNESDAY]: [EVENING] }, "two");
  const rebased = rebase(mine, now);
  expect(rebased.seen).toBe("two");
  expect(keysOf(rebased)).toEqual([TUESDAY]);
  expect(rebased.days.map(rangesOf)).toEqual([[NINE_TO_NOON], [NINE_TO_NOON, EVENING], [EVENING]]);
});

test("Going back to the usual hours means those that are usual now", () => {
  const draft = editDraft(toDraft(week({ [TUESDAY]: [EVENING] })), { kind: "usual", key: TUESDAY });
  const stored = week({ [TUESDAY]: [EVENING] }, "two");
  const now = { ...stored, days: stored.days.map((day) => ({ ...day, usual: [EVENING] })) };
  const day = rebase(draft, now).days[1];
  expect([day && stateOf(day), day && rangesOf(day)]).toEqual(["usual", [EVENING]]);
});

test("What cannot be read is named by its input, on days that are not over only", () => {
  const draft = toDraft(week());
  const line = { from: "09:00", to: "08:00" };
  const typed = [MONDAY, TUESDAY].reduce(
    (current, key) => editDraft(current, { kind: "type", key, index: 0, line }),
    draft,
  );
  expect(findLineProblems(typed.days).map(({ name }) => name)).toEqual([`to.${TUESDAY}.0`]);
});

test("Each button says which edit it makes, and an unknown one makes none", () => {
  const form = new FormData();
  form.append(`copy.${MONDAY}`, TUESDAY);
  form.append(`copy.${MONDAY}`, WEDNESDAY);
  expect(parseEdit(`copy:${MONDAY}`, form)).toEqual({
    kind: "copy_day",
    from: MONDAY,
    to: [TUESDAY, WEDNESDAY],
  });
  expect(parseEdit("remove:3:1", form)).toEqual({ kind: "remove_line", key: "3", index: 1 });
  expect(parseEdit("clear:1,2", form)).toEqual({ kind: "clear", keys: ["1", "2"] });
  expect(parseEdit("preset:evenings", form)).toEqual({ kind: "preset", preset: "evenings" });
  expect(parseEdit("preset:constructor", form)).toBeNull();
  expect(parseEdit("drop:1", form)).toBeNull();
});
