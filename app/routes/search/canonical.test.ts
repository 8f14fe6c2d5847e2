import { expect, test } from "vitest";
import type { PartKind } from "../../../worker/domain/search-query/types.ts";
import { toCanonical } from "./canonical.ts";

const part = (kind: PartKind) => ({ kind, words: ["any"], start: 0, end: 3, values: [] });

const parsed = (more: object = {}) => ({
  services: ["piano"],
  parts: [part("service")],
  unmatched: [],
  corrections: [],
  ...more,
});

test("a search for one service or category is known by that, with its page", () => {
  const service = { params: { service: "piano" }, parsed: parsed() };
  expect(toCanonical({ ...service, page: 1 })).toBe("/search?service=piano");
  expect(toCanonical({ ...service, page: 2 })).toBe("/search?service=piano&page=2");
  expect(toCanonical({ params: { category: "music" }, parsed: parsed(), page: 1 })).toBe(
    "/search?category=music",
  );
  expect(toCanonical({ params: {}, parsed: null, page: 1 })).toBe("/search");
});

test("words that name one service and nothing else lead to that service", () => {
  const params = { q: "piano" };
  expect(toCanonical({ params, parsed: parsed(), page: 1 })).toBe("/search?service=piano");
  const others = [
    parsed({ services: [] }),
    parsed({ services: ["piano", "keyboard"] }),
    parsed({ parts: [part("service"), part("price")] }),
    parsed({ unmatched: ["xyz"] }),
    parsed({ corrections: [{ from: "paino", to: "piano" }] }),
    null,
  ];
  for (const one of others) expect(toCanonical({ params, parsed: one, page: 1 })).toBeNull();
});

test("every other search is kept out of search engines", () => {
  for (const params of [{ service: "piano", max_price: "80" }, { area: "brooklyn" }]) {
    expect(toCanonical({ params, parsed: parsed(), page: 1 })).toBeNull();
  }
});
