import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { apiFiles } from "./api-files.ts";

test("docs/api is what npm run api:generate would write", async () => {
  const files = Object.entries(await apiFiles());
  expect(files.map(([name]) => name)).toEqual([
    "openapi.json",
    "client.ts",
    "postman_collection.json",
  ]);
  for (const [name, text] of files) {
    const known = await readFile(new URL(`../docs/api/${name}`, import.meta.url), "utf8");
    // Compared as a whole: a difference of so many lines would tell nobody anything.
    expect([name, known === text]).toEqual([name, true]);
  }
});

test("the Postman collection's requests have every parameter and body, with values that are taken", async () => {
  const files = await apiFiles();
  const text = files["postman_collection.json"] ?? "";
  expect(text).not.toMatch(/<[a-z]+>|"value": "string"/);
  const parameters = [...(files["openapi.json"] ?? "").matchAll(/"in": "(path|query|header)"/g)];
  const shown = [...text.matchAll(/"value": "/g)];
  expect(parameters.length).toBeGreaterThan(150);
  expect(shown.length).toBeGreaterThan(parameters.length);
  expect(text).toContain('"value": "park-slope"');
  expect(text).toContain('\\"hourly_rate_cents\\": 8000');
});
