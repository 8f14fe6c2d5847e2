import { expect, test } from "vitest";
import { parseIfMatch, toHoursEtag } from "./hours-etag.ts";

const FINGERPRINT = "0123456789abcdef".repeat(2);

test("a tag is read back as what was seen, whatever else the answer told", async () => {
  for (const scope of ["weekly", "2026-12-01"]) {
    const seen = { scope, fingerprint: FINGERPRINT };
    expect(parseIfMatch(await toHoursEtag(seen))).toEqual(seen);
    expect(parseIfMatch(` ${await toHoursEtag(seen, "{}")} `)).toEqual(seen);
    expect(await toHoursEtag(seen, "{}")).not.toBe(await toHoursEtag(seen, "{ }"));
  }
});

test("no header and a star set no condition, and what is no tag of ours never holds", () => {
  expect(parseIfMatch(undefined)).toBeNull();
  expect(parseIfMatch("*")).toBeNull();
  const foreign = [
    "",
    "weekly",
    `weekly.${FINGERPRINT}`,
    `W/"weekly.${FINGERPRINT}"`,
    `"2026-02-30.${FINGERPRINT}"`,
    `"monthly.${FINGERPRINT}"`,
    `"weekly.${FINGERPRINT.slice(1)}"`,
    `"weekly.${FINGERPRINT}", "weekly.${FINGERPRINT}"`,
  ];
  for (const header of foreign) {
    expect(() => parseIfMatch(header), header).toThrow("precondition_failed");
  }
});
