import { expect, test } from "vitest";
import { monthOf } from "./instructor-stats.ts";
import { toRfc3339 } from "./local-time.ts";
import {
  assertAreas,
  assertLocations,
  getOffered,
  listMissing,
  toOwnStatus,
} from "./teaching-profile.ts";

const TODAY = "2026-12-01";
const piano = {
  slug: "piano",
  name: "Piano",
  category: "music",
  aliases: [],
  onlineCapable: true,
  requiresCertification: true,
};
const area = { slug: "brooklyn", name: "Brooklyn", borough: "Brooklyn", boroughSlug: null };

test("a profile is told what is missing until somebody can book", () => {
  const nothing = { areas: [], offerings: [] };
  const noHours = { isWeekly: false, lastDateOn: null };
  expect(listMissing(nothing, noHours, TODAY)).toEqual(["areas", "offerings", "hours"]);
  const offerings = [{}] as unknown as Parameters<typeof listMissing>[0]["offerings"];
  const full = { areas: [area], offerings };
  expect(listMissing(full, noHours, TODAY)).toEqual(["hours"]);
  expect(listMissing(full, { isWeekly: true, lastDateOn: null }, TODAY)).toEqual([]);
  expect(listMissing(full, { isWeekly: false, lastDateOn: TODAY }, TODAY)).toEqual([]);
  const past = { isWeekly: false, lastDateOn: "2026-11-30" };
  expect(listMissing(full, past, TODAY)).toEqual(["hours"]);
  expect(listMissing(full, { ...past, isWeekly: true }, TODAY)).toEqual([]);
});

test("only areas of the city and services of the catalog can be chosen, and online only where it can be", () => {
  expect(() => assertAreas(["brooklyn"], [area])).not.toThrow();
  expect(() => assertAreas(["brooklyn", "atlantis"], [area])).toThrow("validation_failed");
  expect(getOffered("piano", [piano])).toBe(piano);
  expect(() => getOffered("Piano", [piano])).toThrow("validation_failed");
  const offline = { ...piano, onlineCapable: false };
  expect(() => assertLocations(["online", "neutral"], piano)).not.toThrow();
  expect(() => assertLocations(["neutral"], offline)).not.toThrow();
  expect(() => assertLocations(["neutral", "online"], offline)).toThrow("validation_failed");
});

test("an instructor moves between active and suspended, and never back from deactivated", () => {
  expect(toOwnStatus("active", "suspend")).toBe("suspended");
  expect(toOwnStatus("active", "deactivate")).toBe("deactivated");
  expect(toOwnStatus("active", "reactivate")).toBeNull();
  expect(toOwnStatus("suspended", "suspend")).toBeNull();
  expect(toOwnStatus("suspended", "reactivate")).toBe("active");
  expect(toOwnStatus("suspended", "deactivate")).toBe("deactivated");
  for (const change of ["suspend", "deactivate", "reactivate"] as const) {
    expect(() => toOwnStatus("deactivated", change)).toThrow("forbidden");
  }
});

test("a month begins and ends by the instructor's clock, in every month and across a change of clocks", () => {
  const told = (date: string, zone: string) => {
    const { fromAt, toAt } = monthOf(date, zone);
    return [toRfc3339(fromAt), toRfc3339(toAt)];
  };
  expect(told("2026-12-31", "America/New_York")).toEqual([
    "2026-12-01T05:00:00Z",
    "2027-01-01T05:00:00Z",
  ]);
  expect(told("2026-03-01", "America/New_York")).toEqual([
    "2026-03-01T05:00:00Z",
    "2026-04-01T04:00:00Z",
  ]);
  expect(told("2027-02-14", "UTC")).toEqual(["2027-02-01T00:00:00Z", "2027-03-01T00:00:00Z"]);
});
