import * as v from "valibot";
import { AUDIENCES, LEVELS, LOCATION_TYPES } from "../../../worker/domain/catalog.ts";
import { isTimeZone } from "../../../worker/domain/zone.ts";
import { type FormError, invalidForm } from "../../forms.ts";

/** Something that a browser would take for an element. */
const MARKUP = /<[a-z!/?]/i;

/** Some lines for everybody to read, without anything that is more than text. */
function publicText(longest: number) {
  return v.pipe(
    v.string(),
    v.check(
      (text) => text.isWellFormed() && !/\p{Cc}/u.test(text.replaceAll(/[\t\n\r]/g, "")),
      "Use letters, numbers and signs only.",
    ),
    v.check((text) => !MARKUP.test(text), "Write plain text, without HTML."),
    v.trim(),
    v.maxLength(longest, `Use at most ${longest.toLocaleString("en-US")} characters.`),
  );
}

function whole(from: number, to: number, what: string) {
  const message = `Enter a whole number of ${what} from ${from} to ${to}.`;
  return v.pipe(
    v.string(message),
    v.trim(),
    v.regex(/^\d{1,4}$/, message),
    v.transform(Number),
    v.minValue(from, message),
    v.maxValue(to, message),
  );
}

function anyOf<const Names extends readonly string[]>(names: Names) {
  return v.pipe(
    v.array(v.picklist(names, "Choose from the list.")),
    v.transform((chosen) => [...new Set(chosen)]),
  );
}

export const aboutForm = v.object({
  bio: v.pipe(
    publicText(1000),
    v.minLength(10, "Tell a little about yourself, in at least 10 characters."),
  ),
  years_experience: whole(0, 60, "years"),
  timezone: v.pipe(v.string(), v.check(isTimeZone, "Choose a time zone from the list.")),
  minimum_notice_hours: whole(0, 168, "hours"),
  buffer_minutes: whole(0, 60, "minutes"),
});

export const areasForm = v.object({
  areas: v.pipe(
    v.array(v.string()),
    v.transform((slugs) => [...new Set(slugs)]),
    v.minLength(1, "Choose at least one area."),
    v.maxLength(10, "Choose 10 areas at most."),
  ),
});

const PRICE = "Enter a price from $1 to $1,000 an hour, such as 60 or 67.50.";

const durations = v.pipe(
  v.array(
    v.pipe(
      v.string(),
      v.regex(/^\d{2,3}$/, "Choose from the list."),
      v.transform(Number),
      v.minValue(15, "Choose from the list."),
      v.maxValue(240, "Choose from the list."),
      v.multipleOf(15, "Choose from the list."),
    ),
  ),
  v.transform((minutes) => [...new Set(minutes)].sort((a, b) => a - b)),
  v.minLength(1, "Choose at least one length."),
  v.maxLength(6, "Choose 6 lengths at most."),
);

export const offeringForm = v.object({
  rate: v.pipe(
    v.string(PRICE),
    v.transform((text) => text.replaceAll(/[\s$]/g, "")),
    v.regex(/^(\d{1,3}(,\d{3})*|\d{1,7})(\.\d{1,2})?$/, PRICE),
    v.transform(toCents),
    v.minValue(100, PRICE),
    v.maxValue(100_000, PRICE),
  ),
  durations,
  location_types: v.pipe(anyOf(LOCATION_TYPES), v.minLength(1, "Choose at least one place.")),
  levels: anyOf(LEVELS),
  audiences: anyOf(AUDIENCES),
  description: publicText(500),
});

/** Digits of both sides of the point: a number would bring fractions of a cent. */
function toCents(text: string): number {
  const [dollars = "", cents = ""] = text.replaceAll(",", "").split(".");
  return Number(dollars) * 100 + Number(cents.padEnd(2, "0"));
}

/** What a form says, with each field that can be ticked several times as a list. */
export type Fields<Lists extends string> = Record<string, string> & Record<Lists, string[]>;

/** Cut to what a form can need, as a refused one is shown again. */
export function readFields<const Lists extends string>(
  form: FormData,
  lists: readonly Lists[],
): Fields<Lists> {
  const texts = [...form].map(([name, value]) => [name, String(value).slice(0, 5000)]);
  const ticked = lists.map((name) => [name, form.getAll(name).slice(0, 500).map(String)]);
  return Object.fromEntries([...texts, ...ticked]);
}

/** The values if they fit the schema, else what is wrong with which field, the first thing of each. */
export function checkFields<S extends v.GenericSchema>(
  schema: S,
  fields: Record<string, string | string[]>,
): { values: v.InferOutput<S>; error: null } | { values: null; error: FormError } {
  const result = v.safeParse(schema, fields, { abortPipeEarly: true });
  if (result.success) return { values: result.output, error: null };
  const found = new Map<string, string>();
  for (const issue of result.issues) {
    const name = String(issue.path?.[0]?.key ?? "");
    if (!found.has(name)) found.set(name, issue.message);
  }
  return {
    values: null,
    error: invalidForm([...found].map(([name, message]) => ({ name, message }))),
  };
}
