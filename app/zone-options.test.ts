import { expect, test } from "vitest";
import { groupZones } from "./zone-options.ts";

const ZONES = Intl.supportedValuesOf("timeZone");

test("Every zone of the system can be chosen exactly once", () => {
  const offered = groupZones(ZONES, "America/New_York").flatMap(({ zones }) =>
    zones.map(({ name }) => name),
  );
  expect(offered.toSorted()).toEqual([...new Set([...ZONES, "UTC"])].toSorted());
});

test("A zone is labelled with its place first", () => {
  const labels = Object.fromEntries(
    groupZones(ZONES, "UTC").flatMap(({ zones }) => zones.map(({ name, label }) => [name, label])),
  );
  expect(labels["America/New_York"]).toBe("New York");
  expect(labels["America/Argentina/Buenos_Aires"] ?? labels["America/Buenos_Aires"]).toMatch(
    /^Buenos Aires/,
  );
  expect(labels.UTC).toBe("UTC");
});

test("The zone that somebody has is offered also where the system calls it something else", () => {
  const asia = groupZones(["Asia/Calcutta"], "Asia/Kolkata").find(
    ({ region }) => region === "Asia",
  );
  expect(asia?.zones.map(({ label }) => label)).toEqual(["Calcutta", "Kolkata"]);
});
