import * as v from "valibot";
import type { Page } from "../domain/catalog.ts";
import { parseLocalDate, parseLocalTime, parseRfc3339 } from "../domain/local-time.ts";
import { isTimeZone } from "../domain/zone.ts";

/** An id as it arrives: whether there is such a thing is for the database to say. */
export const Id = v.pipe(v.string(), v.minLength(1, "is empty"), v.maxLength(64, "is too long"));

export const LocalDateText = v.pipe(
  v.string("must be a date such as 2026-12-01"),
  v.description("A real date such as 2026-12-01."),
  v.check((text) => parseLocalDate(text) !== null, "must be a real date such as 2026-12-01"),
);

/** A local time "HH:MM" as minute of the day. */
export const LocalTimeMinute = v.pipe(
  v.string("must be a time such as 09:30"),
  v.description("A time such as 09:30."),
  v.transform((text) => parseLocalTime(text)),
  v.number("must be a time such as 09:30"),
);

/** An RFC 3339 instant as epoch milliseconds. */
export const Instant = v.pipe(
  v.string("must be an instant such as 2026-12-01T14:00:00Z"),
  v.description("An RFC 3339 instant such as 2026-12-01T14:00:00Z."),
  v.transform((text) => parseRfc3339(text)),
  v.number("must be an instant such as 2026-12-01T14:00:00Z"),
);

export const TimeZone = v.pipe(
  v.string(),
  v.description("A time zone such as America/New_York."),
  v.check(isTimeZone, "must be a time zone such as America/New_York"),
);

/** Whole number in the query, where all values arrive as text. */
export function wholeNumberText(from: number, to: number) {
  const message = `must be a whole number from ${from} to ${to}`;
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, message),
    v.description(`A whole number from ${from} to ${to}.`),
    v.transform(Number),
    v.minValue(from, message),
    v.maxValue(to, message),
  );
}

export function wholeNumber(from: number, to: number) {
  const message = `must be a whole number from ${from} to ${to}`;
  return v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(from, message),
    v.maxValue(to, message),
  );
}

/** What is no character, ends the line, or turns the direction of whatever stands behind it. */
const NOT_OF_A_LINE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

/** Something to be seen: neither space nor what is drawn as nothing. */
const VISIBLE = /[^\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/** A line of a person's own words: trimmed, with something to read, nothing that is no character. */
export function line(longest: number) {
  return v.pipe(
    v.string("must be text"),
    v.check(isWellFormed, "has characters that are not text"),
    v.check((text) => !NOT_OF_A_LINE.test(text), "has characters that are not text"),
    v.trim(),
    v.minLength(1, "is empty"),
    v.check((text) => text === "" || VISIBLE.test(text), "has nothing to be read"),
    v.maxLength(longest, `is longer than ${longest} characters`),
  );
}

/** Some lines of a person's own words, or nothing: absent, null and blank are the same. */
export function optionalText(longest: number) {
  return v.nullish(
    v.pipe(
      v.string("must be text"),
      v.check(isWellFormed, "has characters that are not text"),
      v.check(
        (text) => !/\p{Cc}/u.test(text.replaceAll(/[\t\n\r]/g, "")),
        "has characters that are not text",
      ),
      v.trim(),
      v.maxLength(longest, `is longer than ${longest} characters`),
      v.transform((text) => text || null),
    ),
  );
}

/** `?page=&per_page=` of every list. */
export const pageEntries = {
  page: v.optional(wholeNumberText(1, 1_000_000), "1"),
  per_page: v.optional(wholeNumberText(1, 100), "20"),
};

/** The envelope of every list. */
export function toPageJson<T>(
  { items, total, page, perPage }: Page<T>,
  toJson: (item: T) => unknown,
) {
  return {
    items: items.map(toJson),
    total,
    page,
    per_page: perPage,
    has_next: page * perPage < total,
    has_prev: page > 1,
  };
}

/** No half of a surrogate pair on its own: as bytes, all of them would be the same. */
export function isWellFormed(text: string): boolean {
  return text.isWellFormed();
}
