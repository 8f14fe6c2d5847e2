import * as v from "valibot";
import { ERROR_CODES } from "../../domain/errors.ts";

export const Text = v.string();
export const Flag = v.boolean();
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const Cents = v.pipe(v.number(), v.integer(), v.minValue(0), v.description("US cents."));
export const Fraction = v.number();

/** RFC 3339 in UTC, such as `2026-12-01T14:00:00Z`. */
export const InstantText = v.pipe(v.string(), v.isoTimestamp());

/** A date on somebody's own calendar. */
export const DateText = v.pipe(v.string(), v.isoDate());

/** A time on somebody's own clock; 24:00 ends a day. */
export const TimeText = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/));

export const StatusAccepted = v.strictObject({ status: v.literal("accepted") });

/** Every list that has no pages. */
export function itemsOf<const Item extends v.GenericSchema>(item: Item) {
  return v.strictObject({ items: v.array(item) });
}

/** Every list that has. */
export function pageOf<const Item extends v.GenericSchema>(item: Item) {
  return v.strictObject({
    items: v.array(item),
    total: Count,
    page: v.pipe(v.number(), v.integer(), v.minValue(1)),
    per_page: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
    has_next: Flag,
    has_prev: Flag,
  });
}

/** What every refusal is told as. */
export const Problem = v.strictObject({
  type: Text,
  title: Text,
  status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
  detail: Text,
  code: v.picklist(ERROR_CODES),
  request_id: Text,
  errors: v.optional(v.array(v.strictObject({ path: Text, message: Text }))),
  alternatives: v.optional(v.array(InstantText)),
});
