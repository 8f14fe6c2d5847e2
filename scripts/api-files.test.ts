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
