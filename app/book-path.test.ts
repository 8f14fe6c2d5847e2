import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseBookAddress, STEPS, toBookPath } from "./book-path.ts";

test("what is not well formed is not said, and what is personal is not read from an address", () => {
  const params = new URLSearchParams({
    duration: "1e9999",
    start_at: "yesterday",
    date: "2026-02-30",
    step: "hack",
    place: "online",
    note: "hello",
  });
  expect(parseBookAddress(params)).toEqual({ choices: {}, date: null, step: null });
});

test("an address is read as it was written", () => {
  const address = fc.record({
    choices: fc.record(
      {
        offeringId: fc.constantFrom("o1", "o2"),
        durationMinutes: fc.constantFrom(15, 240),
        startAt: fc.integer({ min: 0, max: 2_000_000 }).map((quarter) => quarter * 900_000),
      },
      { requiredKeys: [] },
    ),
    date: fc.constantFrom(null, "2026-12-01"),
    step: fc.constantFrom(null, ...STEPS),
  });
  fc.assert(
    fc.property(address, (before) => {
      const path = toBookPath("i1", { ...before.choices, ...before });
      const { searchParams } = new URL(path, "https://here.example");
      expect(parseBookAddress(searchParams)).toEqual(before);
    }),
  );
});
