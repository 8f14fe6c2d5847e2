/** Singular forms of the units that may follow a number, by what the number then is not. */
const TIME_UNITS = "year yr yo day week month minute min hour hr";

/** Before one of these a number is no sum of money. */
export const NOT_MONEY: ReadonlySet<string> = new Set(
  `${TIME_UNITS} am pm oclock st nd rd th grade grader percent`.split(" "),
);

/** Before one of these a number is no time of day. */
export const NOT_A_CLOCK: ReadonlySet<string> = new Set(
  `${TIME_UNITS} dollar buck usd old`.split(" "),
);

/** After one of these a number is an age. */
export const AGE_WORDS: ReadonlySet<string> = new Set(["age", "aged", "ages"]);

/** People whose age may follow: "kids under 12", "teens 13-17"; and the oldest of them in years. */
export const MINORS: ReadonlySet<string> = new Set([
  "kid",
  "child",
  "children",
  "toddler",
  "teen",
  "teenager",
]);
export const OLDEST_MINOR = 18;
