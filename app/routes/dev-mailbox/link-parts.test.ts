import * as fc from "fast-check";
import { expect, test } from "vitest";
import { linkParts } from "./link-parts.ts";

test("addresses of the web are links, and nothing else is", () => {
  const text = "Open:\nhttps://example.com/a?token=x_-1\n\njavascript:alert(1) or http://b.test.";
  expect(linkParts(text).filter(({ isLink }) => isLink)).toEqual([
    { text: "https://example.com/a?token=x_-1", isLink: true, at: 6 },
    { text: "http://b.test", isLink: true, at: 63 },
  ]);
});

test("the pieces together are the text, whatever it holds", () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom("https://a.b/", " ", "\n", "http://"));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const parts = linkParts(pieces.join(""));
      expect(parts.map(({ text }) => text).join("")).toBe(pieces.join(""));
      for (const { text, at } of parts)
        expect(pieces.join("").slice(at).startsWith(text)).toBe(true);
    }),
  );
});
