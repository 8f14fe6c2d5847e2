import * as fc from "fast-check";
import { expect, test } from "vitest";
import { safeNext, withNext } from "./safe-next.ts";

test("a local path with a query is kept as it is", () => {
  expect(safeNext("/instructors/a/book?offering=1&note=x%20y")).toBe(
    "/instructors/a/book?offering=1&note=x%20y",
  );
});

test("addresses of other sites, however they are dressed up, become the fallback", () => {
  const hostile = [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "/x\\..\\evil",
    "javascript:alert(1)",
    " /lessons",
    "",
  ];
  for (const next of hostile) expect(safeNext(next, "/lessons")).toBe("/lessons");
});

test("a missing or overlong next becomes the fallback", () => {
  expect(safeNext(null)).toBe("/");
  expect(safeNext(undefined)).toBe("/");
  expect(safeNext(`/${"a".repeat(9000)}`)).toBe("/");
});

test("whatever is asked for, the browser stays on this origin", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((s) => `/${s}`),
      ),
      (next) => {
        expect(new URL(safeNext(next), "https://here.example").origin).toBe("https://here.example");
      },
    ),
  );
});

test("the way back survives being put into the address of the sign-in page", () => {
  const next = "/instructors/a/book?offering=1&start=2026-12-01T14:00:00Z";
  const address = new URL(withNext("/login", next), "https://here.example");
  expect(safeNext(address.searchParams.get("next"))).toBe(next);
});
