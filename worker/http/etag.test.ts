import { expect, test } from "vitest";
import { matchesEtag, strongEtag } from "./etag.ts";

test("a validator is strong, the same for the same bytes and another for others", async () => {
  const etag = await strongEtag('{"a":1}');
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
  expect(await strongEtag('{"a":1}')).toBe(etag);
  expect(await strongEtag('{"a":2}')).not.toBe(etag);
});

test("a list of validators matches if one of them does, weak or not, and so does a star", () => {
  const etag = '"abc"';
  for (const header of ['"abc"', 'W/"abc"', '"x", "abc"', ' "x" ,W/"abc" ', "*", '"x", *']) {
    expect([header, matchesEtag(header, etag)]).toEqual([header, true]);
  }
});

test("nothing else matches", () => {
  for (const header of [undefined, "", '"ab"', "abc", '"ABC"', 'w/"abc"', '"abc', "**"]) {
    expect([header, matchesEtag(header, '"abc"')]).toEqual([header, false]);
  }
});
