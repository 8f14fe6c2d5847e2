import { expect, test } from "vitest";
import { toXml } from "./xml.ts";

test("a sitemap is its entries in order, with what XML would misread escaped", async () => {
  const chunks = [
    [{ loc: "https://site.test/search?service=piano&page=2" }],
    [],
    [{ loc: "https://site.test/instructors/1", changedAt: Date.UTC(2026, 11, 1, 15) }],
  ];
  let xml = "";
  for await (const piece of toXml("urlset", chunks)) xml += piece;
  expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://site.test/search?service=piano&amp;page=2</loc></url>
<url><loc>https://site.test/instructors/1</loc><lastmod>2026-12-01T15:00:00Z</lastmod></url>
</urlset>
`);
});
