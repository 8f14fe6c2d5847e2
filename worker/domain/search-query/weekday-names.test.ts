import { expect, test } from "vitest";
import areas from "../../../db/seed/data/areas.json" with { type: "json" };
import catalog from "../../../db/seed/data/catalog.json" with { type: "json" };
import { createReader, reading } from "./fixtures.ts";

const { read } = createReader(catalog, areas);

test("we'd is no Wednesday", () => {
  expect(read("we'd like piano").dates).toBeNull();
  expect(read("piano on wed").dates).toEqual({ from: "2026-12-02", to: "2026-12-02" });
});

test("SAT is a test unless the words beside it speak of a day", () => {
  const saturday = { dates: { from: "2026-12-05", to: "2026-12-05" } };
  const morning = { time: { from: "06:00", to: "12:00" } };
  expect(read("SAT tutor")).toEqual(reading({ services: ["sat-prep"] }));
  expect(read("SAT and ACT prep")).toEqual(reading({ services: ["act-prep", "sat-prep"] }));
  expect(read("piano sat morning")).toEqual(
    reading({ services: ["piano"], ...saturday, ...morning }),
  );
  expect(read("SAT prep sat morning")).toEqual(
    reading({ services: ["sat-prep"], ...saturday, ...morning }),
  );
  expect(read("piano sat or sun").dates).toEqual({ from: "2026-12-05", to: "2026-12-06" });
  expect(read("piano sat 10-12")).toEqual(
    reading({ services: ["piano"], ...saturday, time: { from: "10:00", to: "12:00" } }),
  );
  expect(read("piano sat 10:30").dates).toEqual(saturday.dates);
  expect(read("SAT 1400-1500").services).toEqual(["sat-prep"]);
  expect(read("SAT tutor by dec 6").services).toEqual(["sat-prep"]);
  expect(read("dec 5 SAT tutor")).toEqual(reading({ services: ["sat-prep"], ...saturday }));
});
