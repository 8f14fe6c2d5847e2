import fc from "fast-check";
import { expect, test } from "vitest";
import { parseUsersQuery, toUsersPath } from "./query.ts";

const parse = (query: string) => parseUsersQuery(new URLSearchParams(query));
const nothing = { text: "", role: null, status: null, page: 1 };

test("an address is read as it was written", () => {
  expect(parse("q=+Ann+&role=admin&status=suspended&page=3")).toEqual({
    text: "Ann",
    role: "admin",
    status: "suspended",
    page: 3,
  });
  expect(toUsersPath(parse("q=Ann&role=admin&page=3"))).toBe(
    "/admin/users?q=Ann&role=admin&page=3",
  );
  expect(toUsersPath(nothing)).toBe("/admin/users");
});

test("what cannot be meant is left out", () => {
  expect(parse("q=%00%01&role=owner&status=&page=-4")).toEqual(nothing);
  expect(parse("q=%20&role=Admin&status=gone&page=x")).toEqual(nothing);
  expect(parse("page=1e99").page).toBe(100_000);
  expect(parse("page=2.9").page).toBe(2);
  expect(parse(`q=${"x".repeat(101)}`).text).toBe("x".repeat(100));
  expect(parse(`q=${"x".repeat(100)}`).text).toBe("x".repeat(100));
  expect(parse(`q=${"x".repeat(99)}+y`).text).toBe("x".repeat(99));
});

test("whatever an address says, its own address says the same", () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), fc.string({ unit: "binary" }), (query, text) => {
      const params = new URLSearchParams(query);
      params.set("q", text);
      const parsed = parseUsersQuery(params);
      const again = new URL(toUsersPath(parsed), "http://localhost").searchParams;
      expect(parseUsersQuery(again)).toEqual(parsed);
    }),
  );
});
