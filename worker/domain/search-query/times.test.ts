import { expect, test } from "vitest";
import areas from "../../../db/seed/data/areas.json" with { type: "json" };
import catalog from "../../../db/seed/data/catalog.json" with { type: "json" };
import { createReader, reading } from "./fixtures.ts";

const { read } = createReader(catalog, areas);

test.each<[query: string, from: string | null, to: string | null]>([
  ["morning", "06:00", "12:00"],
  ["mornings", "06:00", "12:00"],
  ["in the afternoon", "12:00", "17:00"],
  ["evening", "17:00", "21:00"],
  ["at night", "17:00", "21:00"],
  ["lunchtime", "12:00", "14:00"],
  ["at lunch time", "12:00", "14:00"],
  ["after school", "15:00", "18:00"],
  ["after-school", "15:00", "18:00"],
  ["after work", "18:00", "21:00"],
  ["after 5", "17:00", null],
  ["after 5pm", "17:00", null],
  ["after 5 pm", "17:00", null],
  ["after 5 p.m.", "17:00", null],
  ["after 5:30", "17:30", null],
  ["after 17:30", "17:30", null],
  ["after 8", "08:00", null],
  ["after 11", "11:00", null],
  ["after 12", "12:00", null],
  ["after 1", "13:00", null],
  ["after 7", "19:00", null],
  ["after 12am", "00:00", null],
  ["after noon", "12:00", null],
  ["from 5pm", "17:00", null],
  ["5pm or later", "17:00", null],
  ["no earlier than 5pm", "17:00", null],
  ["not earlier than 5pm", "17:00", null],
  ["not before 5pm", "17:00", null],
  ["I can't do before 5pm", "17:00", null],
  ["no later than 8pm", null, "20:00"],
  ["not later than 8pm", null, "20:00"],
  ["not after 8pm", null, "20:00"],
  ["til 8pm", null, "20:00"],
  ["thru 8pm", null, "20:00"],
  ["before 10am", null, "10:00"],
  ["before 10", null, "10:00"],
  ["before 3", null, "15:00"],
  ["before noon", null, "12:00"],
  ["before midnight", null, "24:00"],
  ["until 6", null, "18:00"],
  ["until 24:00", null, "24:00"],
  ["by 6pm", null, "18:00"],
  ["6pm or earlier", null, "18:00"],
  ["at 4", "16:00", "17:00"],
  ["at 4pm", "16:00", "17:00"],
  ["@ 4pm", "16:00", "17:00"],
  ["4pm", "16:00", "17:00"],
  ["4p", "16:00", "17:00"],
  ["at 9", "09:00", "10:00"],
  ["at 4 o'clock", "16:00", "17:00"],
  ["at 05:00", "05:00", "06:00"],
  ["at 5:00", "17:00", "18:00"],
  ["noon", "12:00", "13:00"],
  ["at noon", "12:00", "13:00"],
  ["at 12", "12:00", "13:00"],
  ["at 11:30pm", "23:30", "24:00"],
  ["at midnight", "00:00", "01:00"],
  ["around 3", "14:00", "16:00"],
  ["around 5pm", "16:00", "18:00"],
  ["about 10am", "09:00", "11:00"],
  ["around 11:30pm", "22:30", "24:00"],
  ["around midnight", "00:00", "01:00"],
  ["between 5 and 7", "17:00", "19:00"],
  ["between 5pm and 7pm", "17:00", "19:00"],
  ["between 5 and 7pm", "17:00", "19:00"],
  ["between 5pm and 7", "17:00", "19:00"],
  ["between 9 and 11am", "09:00", "11:00"],
  ["between 11 and 1", "11:00", "13:00"],
  ["between 7 and 9", "19:00", "21:00"],
  ["between 8 and 10", "08:00", "10:00"],
  ["from 5 to 7pm", "17:00", "19:00"],
  ["from 3 to 5", "15:00", "17:00"],
  ["5-7pm", "17:00", "19:00"],
  ["5–7 pm", "17:00", "19:00"],
  ["5pm-7pm", "17:00", "19:00"],
  ["5pm to 7", "17:00", "19:00"],
  ["11-1pm", "11:00", "13:00"],
  ["9am-5", "09:00", "17:00"],
  ["10am to 12", "10:00", "12:00"],
  ["10pm to 12", "22:00", "24:00"],
  ["8pm to midnight", "20:00", "24:00"],
  ["9pm to 6am", "21:00", "24:00"],
  ["between 17:00 and 19:30", "17:00", "19:30"],
  ["2-4", "14:00", "16:00"],
  ["at 8 in the evening", "20:00", "21:00"],
  ["at 7 in the morning", "07:00", "08:00"],
  ["evening after 6", "18:00", "21:00"],
  ["morning before 10", "06:00", "10:00"],
  ["afternoon between 2 and 3", "14:00", "15:00"],
  ["after 3 before 6", "15:00", "18:00"],
  ["evening after 9:30pm", "21:30", null],
  ["morning or afternoon", "06:00", "17:00"],
  ["afternoon or evening", "12:00", "21:00"],
  ["at 4pm or 5pm", "16:00", "18:00"],
])('the time of "%s" is from %s to %s', (query, from, to) => {
  expect(read(query)).toEqual(reading({ time: { from, to } }));
});

test.each<[query: string, unmatched: string[]]>([
  ["after 25", ["after", "25"]],
  ["after 24:30", ["after", "24:30"]],
  ["at 13pm", ["13pm"]],
  ["at 5:75", ["5:75"]],
  ["after 5 years", ["after", "5", "years"]],
])('no time is read from "%s"', (query, unmatched) => {
  expect(read(query)).toEqual(reading({ unmatched }));
});

test("of times that do not touch only the first counts and the other is reported", () => {
  const morning = { time: { from: "06:00", to: "12:00" } };
  expect(read("morning or evening")).toEqual(reading({ ...morning, unmatched: ["evening"] }));
  expect(read("at 9am or 4pm")).toEqual(
    reading({ time: { from: "09:00", to: "10:00" }, unmatched: ["4pm"] }),
  );
});

test("a clock time is more exact than the part of the day beside it", () => {
  const today = { from: "2026-12-02", to: "2026-12-02" };
  expect(read("tonight at 8:30")).toEqual(
    reading({ dates: today, time: { from: "20:30", to: "21:30" } }),
  );
  expect(read("tonight after 8")).toEqual(
    reading({ dates: today, time: { from: "20:00", to: "21:00" } }),
  );
});

test("dates and times stand side by side", () => {
  const expected = reading({
    dates: { from: "2026-12-08", to: "2026-12-08" },
    time: { from: "16:00", to: "17:00" },
  });
  expect(read("next tuesday at 4pm")).toEqual(expected);
  expect(read("at 4pm next tuesday")).toEqual(expected);
  expect(read("12/8 4pm")).toEqual(expected);
  expect(read("weekday evenings")).toEqual(
    reading({ weekdays: [1, 2, 3, 4, 5], time: { from: "17:00", to: "21:00" } }),
  );
  expect(read("weeknights")).toEqual(read("weekday evenings"));
  expect(read("week nights")).toEqual(read("weekday evenings"));
});
