import { expect, test } from "vitest";
import { readWeek, toLengthNote } from "./load.ts";

const NEW_YORK = "America/New_York";
/** Sunday evening in New York, Monday already in Berlin. */
const NOW = Date.UTC(2026, 11, 7, 3);

function weekOf(search: string, zone = NEW_YORK): string | null {
  return readWeek(`https://example.test/teach/availability${search}`, NOW, zone);
}

test("Any date of a week leads to its Monday, no date to the weekly hours, nonsense to this week", () => {
  expect(weekOf("")).toBeNull();
  expect(weekOf("?week=2026-12-07")).toBe("2026-12-07");
  expect(weekOf("?week=2026-12-13")).toBe("2026-12-07");
  expect(weekOf("?week=2026-02-30")).toBe("2026-11-30");
  expect(weekOf("?week=", "Europe/Berlin")).toBe("2026-12-07");
});

test("Only days on which the clocks change say how long they are", () => {
  expect(toLengthNote("2026-03-08", NEW_YORK)).toMatch(/^This day has 23 h: clocks go forward/);
  expect(toLengthNote("2026-11-01", NEW_YORK)).toMatch(/^This day has 25 h: clocks go back/);
  expect(toLengthNote("2026-03-09", NEW_YORK)).toBeNull();
  expect(toLengthNote("2026-11-01", "UTC")).toBeNull();
});
