import fc from "fast-check";

/** A Tuesday: what is before it stays as it is. */
export const TODAY = "2026-12-01";
export const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
export const HOURS_PATH = "/api/instructors/me/availability";
const DAY_MS = 86_400_000;

export type Range = { start_time: string; end_time: string };

/** Hours as sets of quarters of an hour: the simplest thing that can be right. */
export interface Model {
  weekly: Set<number>[];
  dates: Map<string, Set<number>>;
}

export type Operation =
  | { tool: "weekly"; hours: Range[][] }
  | { tool: "date"; date: string; ranges: Range[] | null }
  | { tool: "copy-week"; from: string; to: string }
  | { tool: "apply-week"; from: string; start_date: string; end_date: string }
  | { tool: "clear"; start_date: string; end_date: string };

export function plus(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

const weekday = (date: string) => new Date(date).getUTCDay();
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export function clock(quarter: number): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`;
}

export function quarters(ranges: Range[]): Set<number> {
  const all = Array.from({ length: 96 }, (_, index) => index);
  return new Set(
    all.filter((quarter) =>
      ranges.some(
        ({ start_time, end_time }) =>
          minutes(start_time) <= quarter * 15 && quarter * 15 < minutes(end_time),
      ),
    ),
  );
}

export const hoursOf = ({ weekly, dates }: Model, date: string) =>
  dates.get(date) ?? weekly[weekday(date)] ?? new Set();
const isSame = (one: Set<number>, other: Set<number>) =>
  one.size === other.size && [...one].every((quarter) => other.has(quarter));

/** What the operation should do, or null where it is to be refused. */
export function apply(model: Model, operation: Operation): Model | null {
  const dates = new Map(model.dates);
  const copy = (date: string, source: string) => {
    if (date >= TODAY) dates.set(date, hoursOf(model, source));
  };
  switch (operation.tool) {
    case "weekly":
      return { weekly: operation.hours.map(quarters), dates };
    case "date":
      if (operation.date < TODAY) return null;
      if (operation.ranges) dates.set(operation.date, quarters(operation.ranges));
      else dates.delete(operation.date);
      return { ...model, dates };
    case "copy-week":
      if (plus(operation.to, 6) < TODAY) return null;
      for (let day = 0; day < 7; day++) copy(plus(operation.to, day), plus(operation.from, day));
      return { ...model, dates };
    default: {
      const { start_date, end_date } = operation;
      if (end_date < TODAY) return null;
      for (let date = start_date; date <= end_date; date = plus(date, 1)) {
        const ahead =
          (weekday(date) - weekday(operation.tool === "clear" ? date : operation.from) + 7) % 7;
        if (operation.tool === "apply-week") copy(date, plus(operation.from, ahead));
        else if (date >= TODAY) dates.delete(date);
      }
      return { ...model, dates };
    }
  }
}

export function toRequest(operation: Operation) {
  if (operation.tool === "weekly") {
    const hours = Object.fromEntries(DAYS.map((day, index) => [day, operation.hours[index]]));
    return { path: `${HOURS_PATH}/weekly`, method: "PUT", body: { hours } };
  }
  if (operation.tool === "date") {
    const { date, ranges } = operation;
    const path = `${HOURS_PATH}/dates/${date}`;
    return ranges ? { path, method: "PUT", body: { ranges } } : { path, method: "DELETE" };
  }
  const { tool, ...body } = operation;
  return { path: `${HOURS_PATH}/${tool}`, method: "POST", body };
}

const range = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({
    start_time: clock(start),
    end_time: clock(Math.min(96, start + length)),
  }));
const ranges = fc.array(range, { maxLength: 3 });
const date = fc.integer({ min: -9, max: 16 }).map((days) => plus(TODAY, days));
const span = fc
  .tuple(date, fc.integer({ min: 0, max: 12 }))
  .map(([start_date, days]) => ({ start_date, end_date: plus(start_date, days) }));
const week = fc.array(ranges, { minLength: 7, maxLength: 7 });
export const operations = fc.oneof(
  week.map((hours): Operation => ({ tool: "weekly", hours })),
  fc
    .tuple(date, fc.option(ranges))
    .map(([day, open]): Operation => ({ tool: "date", date: day, ranges: open })),
  fc.tuple(date, date).map(([from, to]): Operation => ({ tool: "copy-week", from, to })),
  fc.tuple(date, span).map(([from, dates]): Operation => ({ tool: "apply-week", from, ...dates })),
  span.map((dates): Operation => ({ tool: "clear", ...dates })),
);

/** Whether the week that was looked at is as it was. */
export function isSeen(model: Model, earlier: Model | undefined): boolean {
  if (!earlier) return false;
  return Array.from({ length: 7 }, (_, index) => plus(TODAY, index)).every((day) => {
    const [own, before] = [model.dates.get(day), earlier.dates.get(day)];
    const isSameOwn = own && before ? isSame(own, before) : own === before;
    const [week, weekBefore] = [model.weekly[weekday(day)], earlier.weekly[weekday(day)]];
    return isSameOwn && week !== undefined && weekBefore !== undefined && isSame(week, weekBefore);
  });
}

export function isEqual(one: Model, other: Model): boolean {
  const days = new Set([...one.dates.keys(), ...other.dates.keys()]);
  const isSameDate = (day: string) => {
    const [a, b] = [one.dates.get(day), other.dates.get(day)];
    return a && b ? isSame(a, b) : a === b;
  };
  return (
    one.weekly.every((week, index) => isSame(week, other.weekly[index] ?? new Set([-1]))) &&
    [...days].every(isSameDate)
  );
}
