const MONTH_NAMES = [
  ["january", "jan"],
  ["february", "feb"],
  ["march", "mar"],
  ["april", "apr"],
  ["may"],
  ["june", "jun"],
  ["july", "jul"],
  ["august", "aug"],
  ["september", "sept", "sep"],
  ["october", "oct"],
  ["november", "nov"],
  ["december", "dec"],
];

const WEEKDAY_NAMES = [
  ["monday", "mon"],
  ["tuesday", "tues", "tue"],
  ["wednesday", "weds", "wed"],
  ["thursday", "thurs", "thur", "thu"],
  ["friday", "fri"],
  ["saturday", "sat"],
  ["sunday", "sun"],
];

/** Number of the month (1..12) by its names. */
export const MONTHS: ReadonlyMap<string, number> = numberNames(MONTH_NAMES);

/** ISO number of the weekday (1 is Monday) by its names in the singular. */
export const WEEKDAYS: ReadonlyMap<string, number> = numberNames(WEEKDAY_NAMES);

/** Full names in the plural, by ISO number less one: "mondays" asks for every Monday. */
export const WEEKDAY_PLURALS: readonly string[] = WEEKDAY_NAMES.map(([name]) => `${name}s`);

export const PARTS_OF_DAY: ReadonlySet<string> = new Set(
  "morning mornings afternoon afternoons evening evenings night nights".split(" "),
);

function numberNames(names: string[][]): Map<string, number> {
  return new Map(names.flatMap((list, index) => list.map((name) => [name, index + 1] as const)));
}
