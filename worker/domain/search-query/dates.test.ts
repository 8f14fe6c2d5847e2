import { expect, test } from "vitest";
import areas from "../../../db/seed/data/areas.json" with { type: "json" };
import catalog from "../../../db/seed/data/catalog.json" with { type: "json" };
import { createReader, reading, WEDNESDAY } from "./fixtures.ts";

const { read } = createReader(catalog, areas);

test.each<[query: string, from: string, to: string]>([
  ["today", "2026-12-02", "2026-12-02"],
  ["same day", "2026-12-02", "2026-12-02"],
  ["same-day", "2026-12-02", "2026-12-02"],
  ["tomorrow", "2026-12-03", "2026-12-03"],
  ["day after tomorrow", "2026-12-04", "2026-12-04"],
  ["the day after tomorrow", "2026-12-04", "2026-12-04"],
  ["in 1 day", "2026-12-03", "2026-12-03"],
  ["in 3 days", "2026-12-05", "2026-12-05"],
  ["in three days", "2026-12-05", "2026-12-05"],
  ["in 30 days", "2027-01-01", "2027-01-01"],
  ["in a week", "2026-12-09", "2026-12-09"],
  ["in 2 weeks", "2026-12-16", "2026-12-16"],
  ["in two weeks", "2026-12-16", "2026-12-16"],
  ["wednesday", "2026-12-02", "2026-12-02"],
  ["thursday", "2026-12-03", "2026-12-03"],
  ["tuesday", "2026-12-08", "2026-12-08"],
  ["on Fri", "2026-12-04", "2026-12-04"],
  ["this friday", "2026-12-04", "2026-12-04"],
  ["this coming monday", "2026-12-07", "2026-12-07"],
  ["next monday", "2026-12-07", "2026-12-07"],
  ["next wednesday", "2026-12-09", "2026-12-09"],
  ["next friday", "2026-12-11", "2026-12-11"],
  ["next sunday", "2026-12-13", "2026-12-13"],
  ["on sat", "2026-12-05", "2026-12-05"],
  ["this week", "2026-12-02", "2026-12-06"],
  ["next week", "2026-12-07", "2026-12-13"],
  ["this weekend", "2026-12-05", "2026-12-06"],
  ["next weekend", "2026-12-12", "2026-12-13"],
  ["tuesday next week", "2026-12-08", "2026-12-08"],
  ["next week on friday", "2026-12-11", "2026-12-11"],
  ["saturday this weekend", "2026-12-05", "2026-12-05"],
  ["this weekend or monday", "2026-12-05", "2026-12-07"],
  ["dec 2", "2026-12-02", "2026-12-02"],
  ["dec 1", "2027-12-01", "2027-12-01"],
  ["December 5th", "2026-12-05", "2026-12-05"],
  ["5 december", "2026-12-05", "2026-12-05"],
  ["the 5th of december", "2026-12-05", "2026-12-05"],
  ["january 31", "2027-01-31", "2027-01-31"],
  ["may 1st", "2027-05-01", "2027-05-01"],
  ["feb 29", "2028-02-29", "2028-02-29"],
  ["dec 5 2027", "2027-12-05", "2027-12-05"],
  ["12/5", "2026-12-05", "2026-12-05"],
  ["12/1", "2027-12-01", "2027-12-01"],
  ["12/5/2027", "2027-12-05", "2027-12-05"],
  ["12/5/27", "2027-12-05", "2027-12-05"],
  ["2026-12-05", "2026-12-05", "2026-12-05"],
  ["2026-12-05 to 2026-12-09", "2026-12-05", "2026-12-09"],
  ["dec 5-8", "2026-12-05", "2026-12-08"],
  ["december 5 to 8", "2026-12-05", "2026-12-08"],
  ["dec 5 - dec 8", "2026-12-05", "2026-12-08"],
  ["12/30-1/3", "2026-12-30", "2027-01-03"],
  ["from 12/5 to 12/8", "2026-12-05", "2026-12-08"],
  ["nov 30 to dec 5", "2026-12-02", "2026-12-05"],
  ["monday to wednesday", "2026-12-07", "2026-12-09"],
  ["tue-thu", "2026-12-08", "2026-12-10"],
  ["fri through sun", "2026-12-04", "2026-12-06"],
  ["between dec 5 and dec 10", "2026-12-05", "2026-12-10"],
  ["between 12/5 and 12/10", "2026-12-05", "2026-12-10"],
  ["between the 5th of december and the 10th of december", "2026-12-05", "2026-12-10"],
  ["between dec 5 and 10", "2026-12-05", "2026-12-10"],
  ["between dec 5-10", "2026-12-05", "2026-12-10"],
  ["between monday and wednesday", "2026-12-07", "2026-12-09"],
  ["between tomorrow and friday", "2026-12-03", "2026-12-04"],
  ["saturday dec 12", "2026-12-12", "2026-12-12"],
  ["saturday, december 12th", "2026-12-12", "2026-12-12"],
  ["friday 12/11", "2026-12-11", "2026-12-11"],
  ["sat 12/12", "2026-12-12", "2026-12-12"],
  ["dec 12 (saturday)", "2026-12-12", "2026-12-12"],
  ["saturday 12/12 to monday 12/14", "2026-12-12", "2026-12-14"],
  ["2 weeks from now", "2026-12-16", "2026-12-16"],
  ["three days from today", "2026-12-05", "2026-12-05"],
  ["a week from monday", "2026-12-14", "2026-12-14"],
  ["today or tomorrow", "2026-12-02", "2026-12-03"],
  ["thursday and friday", "2026-12-03", "2026-12-04"],
  ["before friday", "2026-12-02", "2026-12-03"],
  ["by friday", "2026-12-02", "2026-12-04"],
  ["until dec 8", "2026-12-02", "2026-12-08"],
  ["before the 8th of december", "2026-12-02", "2026-12-07"],
  ["no later than dec 8", "2026-12-02", "2026-12-08"],
])('the dates of "%s" are %s to %s', (query, from, to) => {
  expect(read(query)).toEqual(reading({ dates: { from, to } }));
});

test.each<[query: string, weekdays: number[]]>([
  ["weekends", [6, 7]],
  ["on the weekend", [6, 7]],
  ["weekdays", [1, 2, 3, 4, 5]],
  ["on a weekday", [1, 2, 3, 4, 5]],
  ["week days", [1, 2, 3, 4, 5]],
  ["mondays", [1]],
  ["every monday", [1]],
  ["mondays and wednesdays", [1, 3]],
  ["mondays or friday", [1, 5]],
  ["weekdays and saturdays", [1, 2, 3, 4, 5, 6]],
])('"%s" asks for the weekdays %j and no dates', (query, weekdays) => {
  expect(read(query)).toEqual(reading({ weekdays }));
});

test("a run of dates that ends before it begins is no run", () => {
  expect(read("2026-11-20 to 2026-11-05").dates).toEqual({ from: "2026-11-20", to: "2026-11-20" });
});

test("days apart within a week are a range and their weekdays, never the days between", () => {
  const expected = { dates: { from: "2026-12-04", to: "2026-12-07" }, weekdays: [1, 5] };
  expect(read("monday or friday")).toEqual(reading(expected));
  expect(read("dec 4 or dec 7")).toEqual(reading(expected));
});

test("of days too far apart for one range only the first counts and the other is reported", () => {
  const dates = { from: "2026-12-05", to: "2026-12-05" };
  expect(read("dec 5 or dec 20")).toEqual(reading({ dates, unmatched: ["dec", "20"] }));
});

test("weekdays and dates both hold", () => {
  const expected = { dates: { from: "2026-12-07", to: "2026-12-13" }, weekdays: [6, 7] };
  expect(read("weekends next week")).toEqual(reading(expected));
});

test("dates apart beside weekdays cannot both be said, so the weekdays stay", () => {
  const expected = { weekdays: [1], unmatched: ["dec", "3", "dec", "6"] };
  expect(read("mondays, dec 3 or dec 6")).toEqual(reading(expected));
});

test("a weekday and a date that contradict each other are two days", () => {
  const dates = { from: "2026-12-04", to: "2026-12-05" };
  expect(read("friday dec 5")).toEqual(reading({ dates }));
  expect(read("dec 5 friday")).toEqual(reading({ dates }));
});

test("only a single day can be counted from", () => {
  expect(read("2 weeks from this weekend")).toMatchObject({ unmatched: ["2", "weeks"] });
  expect(read("2 weeks from mondays")).toMatchObject({ weekdays: [1], unmatched: ["2", "weeks"] });
});

test("tonight and this evening are today from five to nine", () => {
  const expected = reading({
    dates: { from: "2026-12-02", to: "2026-12-02" },
    time: { from: "17:00", to: "21:00" },
  });
  expect(read("tonight")).toEqual(expected);
  expect(read("tonite")).toEqual(expected);
  expect(read("this evening")).toEqual(expected);
  expect(read("today in the evening")).toEqual(expected);
});

test.each<[query: string, unmatched: string[]]>([
  ["12/32", ["12/32"]],
  ["2/30", ["2/30"]],
  ["13/13", ["13/13"]],
  ["2026-13-45", ["2026-13-45"]],
  ["feb 30", ["feb", "30"]],
  ["in 0 days", ["0"]],
  ["in 999 days", ["999"]],
  ["in 2.5 weeks", ["2.5", "weeks"]],
  ["march", ["march"]],
  ["after friday", ["after", "friday"]],
  ["after this weekend", ["after", "weekend"]],
  ["after the 5th of december", ["after", "5th", "december"]],
  ["before today", ["before", "today"]],
  ["before the weekend", ["before", "weekend"]],
  ["not before friday", ["not", "before", "friday"]],
  ["not monday", ["not", "monday"]],
  ["except on sundays", ["except", "sundays"]],
  ["2 weeks", ["2", "weeks"]],
])('no date is read from "%s"', (query, unmatched) => {
  expect(read(query)).toEqual(reading({ unmatched }));
});

test.each<[now: string, query: string, from: string, to: string]>([
  ["2026-12-05T10:00:00-05:00", "this weekend", "2026-12-05", "2026-12-06"],
  ["2026-12-06T10:00:00-05:00", "this weekend", "2026-12-06", "2026-12-06"],
  ["2026-12-06T10:00:00-05:00", "this week", "2026-12-06", "2026-12-06"],
  ["2026-12-06T10:00:00-05:00", "next week", "2026-12-07", "2026-12-13"],
  ["2026-12-06T10:00:00-05:00", "next weekend", "2026-12-12", "2026-12-13"],
  ["2026-12-06T10:00:00-05:00", "sunday", "2026-12-06", "2026-12-06"],
  ["2026-12-06T10:00:00-05:00", "next sunday", "2026-12-13", "2026-12-13"],
  ["2026-12-07T10:00:00-05:00", "this week", "2026-12-07", "2026-12-13"],
  ["2026-12-07T10:00:00-05:00", "this weekend", "2026-12-12", "2026-12-13"],
  ["2026-12-07T10:00:00-05:00", "next monday", "2026-12-14", "2026-12-14"],
  ["2026-12-31T23:59:59-05:00", "tomorrow", "2027-01-01", "2027-01-01"],
  ["2026-12-02T23:59:59-05:00", "today", "2026-12-02", "2026-12-02"],
  ["2026-12-03T00:00:00-05:00", "today", "2026-12-03", "2026-12-03"],
  ["2028-02-28T12:00:00-05:00", "tomorrow", "2028-02-29", "2028-02-29"],
  ["2026-03-07T12:00:00-05:00", "tomorrow", "2026-03-08", "2026-03-08"],
  ["2096-03-01T12:00:00-05:00", "feb 29", "2104-02-29", "2104-02-29"],
])('seen at %s, "%s" is %s to %s', (now, query, from, to) => {
  expect(read(query, Date.parse(now)).dates).toEqual({ from, to });
});

test("the date is read in the zone of the person who asks", () => {
  const lateEvening = WEDNESDAY + 13.5 * 3_600_000;
  expect(read("today", lateEvening).dates?.from).toBe("2026-12-02");
  expect(read("today", lateEvening + 3_600_000).dates?.from).toBe("2026-12-03");
});
