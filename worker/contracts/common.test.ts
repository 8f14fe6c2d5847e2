import * as v from "valibot";
import { expect, test } from "vitest";
import {
  Id,
  Instant,
  LocalDateText,
  LocalTimeMinute,
  line,
  optionalText,
  TimeZone,
  toPageJson,
  wholeNumber,
  wholeNumberText,
} from "./common.ts";

/** What the schema makes of a value, or its first complaint. */
function read(schema: v.GenericSchema, value: unknown): unknown {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : `refused: ${result.issues[0].message}`;
}

function refuses(schema: v.GenericSchema, values: unknown[]): unknown[] {
  return values.filter((value) => v.is(schema, value));
}

test("a line has something to be seen, and nothing that ends it or turns what stands behind it", () => {
  const names = ["Zoë", "Ο'Νιλ", "علی\u200Cرضا", "👩\u200D👧", "O\u00ADBrien", "İ"];
  expect(names.map((name) => read(line(50), ` ${name} `))).toEqual(names);
  const nothing = ["\u200B", "\u00AD \u2060", "\u3164", "\u200F", "\uFE0F"];
  for (const text of nothing) expect(read(line(50), text)).toBe("refused: has nothing to be read");
  const turning = ["a\u202Eb", "\u2066a", "a\u2069", "a\u2028b", "a\u2029", "a\nb", "\u0000"];
  for (const text of turning) {
    expect(read(line(50), text)).toBe("refused: has characters that are not text");
  }
});

test("an id is some text of up to 64 characters, whatever it names", () => {
  expect(read(Id, "x".repeat(64))).toBe("x".repeat(64));
  expect(refuses(Id, ["", "x".repeat(65), 5, null, undefined, {}, ["a"]])).toEqual([]);
});

test("a date is one that exists", () => {
  expect(read(LocalDateText, "2028-02-29")).toBe("2028-02-29");
  const refused = ["2027-02-29", "2026-12-1", "2026-12-01T00:00", "1.12.2026", "", 20261201, null];
  expect(refuses(LocalDateText, refused)).toEqual([]);
});

test("a time is hours and minutes of a day, as the minute of the day", () => {
  expect(read(LocalTimeMinute, "00:00")).toBe(0);
  expect(read(LocalTimeMinute, "23:59")).toBe(1439);
  const refused = ["24:00", "9:30", "09:60", "09:30:00", "0930", "", 930, null];
  expect(refuses(LocalTimeMinute, refused)).toEqual([]);
});

test("an instant has a date, a time and an offset, as epoch milliseconds", () => {
  expect(read(Instant, "2026-12-01T14:00:00Z")).toBe(Date.UTC(2026, 11, 1, 14));
  expect(read(Instant, "2026-12-01T09:00:00-05:00")).toBe(Date.UTC(2026, 11, 1, 14));
  const refused = ["2026-12-01T14:00:00", "2026-12-01", "2026-02-30T14:00:00Z", "now", 0, null];
  expect(refuses(Instant, refused)).toEqual([]);
});

test("a zone is one of the IANA list and no bare offset", () => {
  expect(read(TimeZone, "America/Argentina/Ushuaia")).toBe("America/Argentina/Ushuaia");
  expect(refuses(TimeZone, ["+05:30", "Mars/Olympus", "", "America/New_York ", 5])).toEqual([]);
});

test("numbers of the query are digits within bounds, numbers of a body are numbers", () => {
  const text = wholeNumberText(1, 100);
  expect([read(text, "1"), read(text, "100"), read(text, "007")]).toEqual([1, 100, 7]);
  expect(refuses(text, ["0", "101", "-1", "1.0", "1e1", " 1", "", "٣", 5])).toEqual([]);
  const number = wholeNumber(15, 240);
  expect([read(number, 15), read(number, 240)]).toEqual([15, 240]);
  const refused = [14, 241, 15.5, "15", Number.NaN, Number.POSITIVE_INFINITY, null, true];
  expect(refuses(number, refused)).toEqual([]);
});

test("a line is trimmed, not empty, not too long and has nothing but text", () => {
  expect(read(line(5), "  Zoë  ")).toBe("Zoë");
  expect(read(line(5), "12345")).toBe("12345");
  expect(read(line(5), "123456")).toBe("refused: is longer than 5 characters");
  expect(read(line(5), "   ")).toBe("refused: is empty");
  for (const text of ["a\nb", "a\tb", "a\u0000", "\u009f", "\ud800", "a\udc00"]) {
    expect(read(line(5), text)).toBe("refused: has characters that are not text");
  }
  expect(read(line(5), 5)).toBe("refused: must be text");
});

test("a note may have several lines, and blank is the same as none", () => {
  const note = optionalText(10);
  expect(read(note, " a\r\n\tb ")).toBe("a\r\n\tb");
  for (const nothing of ["", "  \n ", null, undefined])
    expect(read(note, nothing) ?? null).toBeNull();
  for (const text of ["a\u0000", "a\u001b[31m", "\ud83c"]) {
    expect(read(note, text)).toBe("refused: has characters that are not text");
  }
  expect(read(note, "x".repeat(11))).toBe("refused: is longer than 10 characters");
  expect(read(note, ["a"])).toBe("refused: must be text");
});

test("a page knows whether there is one before and after it", () => {
  const envelope = (page: number, perPage: number, total: number) => {
    const { has_next, has_prev } = toPageJson({ items: [], total, page, perPage }, String);
    return [has_prev, has_next];
  };
  expect(envelope(1, 20, 0)).toEqual([false, false]);
  expect(envelope(1, 20, 20)).toEqual([false, false]);
  expect(envelope(1, 20, 21)).toEqual([false, true]);
  expect(envelope(2, 20, 21)).toEqual([true, false]);
  expect(envelope(2, 20, 41)).toEqual([true, true]);
  expect(toPageJson({ items: [1, 2], total: 2, page: 1, perPage: 20 }, (n) => `#${n}`)).toEqual({
    items: ["#1", "#2"],
    total: 2,
    page: 1,
    per_page: 20,
    has_next: false,
    has_prev: false,
  });
});
