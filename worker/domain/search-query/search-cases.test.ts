import { expect, test } from "vitest";
import areas from "../../../db/seed/data/areas.json" with { type: "json" };
import catalog from "../../../db/seed/data/catalog.json" with { type: "json" };
import { toCanonicalText } from "./canonical.ts";
import { createReader, reading } from "./fixtures.ts";
import { parseSearchQuery } from "./parse.ts";
import searchCases from "./search-cases.json" with { type: "json" };
import type { ParsedQuery } from "./types.ts";

const { index } = createReader(catalog, areas);

const context = { now: Date.parse(searchCases.now), timezone: searchCases.timezone, index };

function toConditions(parsed: ParsedQuery) {
  const { price, nearMe, corrections: _c, unmatched: _u, parts: _p, ...rest } = parsed;
  return {
    ...rest,
    price: { min_cents: price.minCents, max_cents: price.maxCents },
    near_me: nearMe,
  };
}

test("there are 66 agreed cases", () => {
  expect(searchCases.cases).toHaveLength(66);
});

test.each(searchCases.cases)('the agreed reading of "$q" holds', ({ q, parsed }) => {
  expect(toConditions(parseSearchQuery(q, context))).toEqual(parsed);
});

test.each(searchCases.cases)('"$q" in canonical words asks for the same', ({ q }) => {
  const parsed = parseSearchQuery(q, context);
  const again = parseSearchQuery(toCanonicalText(parsed, index), context);
  expect(toConditions(again)).toEqual(toConditions(parsed));
});

test("only the misspelled and the foreign words of the agreed cases are reported", () => {
  const told = searchCases.cases.flatMap(({ q }) => {
    const { corrections, unmatched } = parseSearchQuery(q, context);
    return corrections.length + unmatched.length > 0 ? [{ q, corrections, unmatched }] : [];
  });
  const { corrections, unmatched } = reading({});
  expect(told).toEqual([
    { q: "piono lessons", corrections: [{ from: "piono", to: "piano" }], unmatched },
    { q: "paino", corrections: [{ from: "paino", to: "piano" }], unmatched },
    { q: "guitr lessons", corrections: [{ from: "guitr", to: "guitar" }], unmatched },
    { q: "phtography", corrections: [{ from: "phtography", to: "photography" }], unmatched },
    {
      q: "spansh tomorow",
      corrections: [
        { from: "spansh", to: "spanish" },
        { from: "tomorow", to: "tomorrow" },
      ],
      unmatched,
    },
    { q: "patient and kind", corrections, unmatched: ["patient", "kind"] },
    { q: "gift for mom", corrections, unmatched: ["gift", "mom"] },
  ]);
});
