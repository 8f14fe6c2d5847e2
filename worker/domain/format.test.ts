import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatDate,
  formatDuration,
  formatMoment,
  formatMoney,
  formatTime,
  placeLabel,
  placesLabel,
  plural,
  wordLabel,
  zoneLabel,
} from "./format.ts";

const NEW_YORK = "America/New_York";

test("whole dollars carry no cents, others carry two digits", () => {
  expect(formatMoney(0)).toBe("$0");
  expect(formatMoney(6000)).toBe("$60");
  expect(formatMoney(6750)).toBe("$67.50");
  expect(formatMoney(6705)).toBe("$67.05");
  expect(formatMoney(125_000)).toBe("$1,250");
  expect(formatMoney(123_456_789)).toBe("$1,234,567.89");
});

test("money reads back as the cents it was made of", () => {
  fc.assert(
    fc.property(fc.nat(100_000_000), (cents) => {
      expect(Math.round(Number(formatMoney(cents).replaceAll(/[$,]/g, "")) * 100)).toBe(cents);
    }),
  );
});

test("durations are told in hours and minutes", () => {
  expect(formatDuration(45)).toBe("45 min");
  expect(formatDuration(60)).toBe("1 h");
  expect(formatDuration(90)).toBe("1 h 30 min");
  expect(formatDuration(240)).toBe("4 h");
});

test("the clock of the zone is shown, noon and midnight as 12", () => {
  expect(formatTime(Date.UTC(2026, 11, 1, 14), NEW_YORK)).toBe("9:00 AM");
  expect(formatTime(Date.UTC(2026, 11, 1, 17), NEW_YORK)).toBe("12:00 PM");
  expect(formatTime(Date.UTC(2026, 11, 1, 5), NEW_YORK)).toBe("12:00 AM");
  expect(formatTime(Date.UTC(2026, 11, 1, 14, 15), "UTC")).toBe("2:15 PM");
});

test("a reading that happens twice on the autumn day says which of the two it is", () => {
  const first = Date.UTC(2026, 10, 1, 5, 30);
  expect(formatTime(first, NEW_YORK)).toBe("1:30 AM EDT");
  expect(formatTime(first + 3_600_000, NEW_YORK)).toBe("1:30 AM EST");
});

test("a date keeps its day whatever the machine's zone is", () => {
  expect(formatDate("2026-12-01")).toBe("Tue, Dec 1");
  expect(formatDate("2026-12-01", "long")).toBe("Tuesday, December 1, 2026");
});

test("a moment takes its date from the zone as well", () => {
  expect(formatMoment(Date.UTC(2026, 11, 1, 3), NEW_YORK)).toBe("Mon, Nov 30, 10:00 PM");
});

test("zones are named by their place", () => {
  expect(zoneLabel(NEW_YORK)).toBe("New York time");
  expect(zoneLabel("UTC")).toBe("UTC");
});

test("one is singular, the rest is plural", () => {
  expect(plural(1, "instructor")).toBe("1 instructor");
  expect(plural(0, "instructor")).toBe("0 instructors");
  expect(plural(2, "match", "matches")).toBe("2 matches");
});

test("places are told from the reader's side", () => {
  expect(placeLabel("student_home")).toBe("At your place");
  expect(placeLabel("student_home", "instructor")).toBe("At the student's place");
  expect(placeLabel("student_home", "anyone")).toBe("At the student's place");
  expect(placeLabel("instructor_location")).toBe("At the instructor's place");
  expect(placeLabel("instructor_location", "instructor")).toBe("At your place");
  expect(placesLabel(["online", "student_home", "neutral"])).toBe(
    "Online, at your place, in a public place",
  );
  expect(placesLabel([])).toBe("");
});

test("stored words become readable ones", () => {
  expect(wordLabel("all_levels")).toBe("All levels");
});
