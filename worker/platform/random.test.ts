import { expect, test } from "vitest";
import { isId } from "../domain/id.ts";
import { systemRandom } from "./random.ts";

test("ids and tokens have the form they should have, and none comes twice", () => {
  const ids = Array.from({ length: 2000 }, () => systemRandom.newId());
  const tokens = Array.from({ length: 2000 }, () => systemRandom.newToken());
  expect(ids.filter((id) => !isId(id))).toEqual([]);
  // 256 bits in base 64, as it may stand in a cookie and in a link.
  expect(tokens.filter((token) => !/^[A-Za-z0-9_-]{43}$/.test(token))).toEqual([]);
  expect(new Set([...ids, ...tokens]).size).toBe(4000);
});

test("ids do not follow from one another", () => {
  const ids = Array.from({ length: 200 }, () => systemRandom.newId());
  expect(ids).not.toEqual([...ids].sort());
  for (let position = 1; position < 26; position += 1) {
    expect(new Set(ids.map((id) => id[position])).size).toBeGreaterThan(16);
  }
});
