import { expect, test, vi } from "vitest";
import { consoleLog, describeError } from "./log.ts";

test("a log entry is one line of JSON with its event first", () => {
  const written = vi.spyOn(console, "log").mockImplementation(() => {});
  consoleLog("cache_failed", { operation: "get", line: "one\ntwo", rows: 3, ok: false, by: null });
  expect(written.mock.calls).toEqual([
    ['{"event":"cache_failed","operation":"get","line":"one\\ntwo","rows":3,"ok":false,"by":null}'],
  ]);
  written.mockRestore();
});

test("of an error its kind and message are told, of anything else nothing", () => {
  expect(describeError(new TypeError("no such thing"))).toEqual({
    error: "TypeError: no such thing",
  });
  for (const thrown of ["a secret", { password: "x" }, null, undefined]) {
    expect(describeError(thrown)).toEqual({ error: "unknown" });
  }
});
