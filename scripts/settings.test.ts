import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";

test("known settings are taken from the environment and nothing else is", () => {
  const settings = readSettings({ PUBLIC_AVAILABILITY_DAYS: "14", HOME: "/root" });
  expect(settings).toMatchObject({ PUBLIC_AVAILABILITY_DAYS: "14" });
  expect(settings).not.toHaveProperty("HOME");
});

test("a bad setting is refused by name", () => {
  expect(() => readSettings({ PUBLIC_AVAILABILITY_DAYS: "0" })).toThrow(/PUBLIC_AVAILABILITY_DAYS/);
});
