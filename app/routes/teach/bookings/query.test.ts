import { expect, test } from "vitest";
import { parseView, toBookingsPath } from "./query.ts";

const TODAY = "2026-12-03";
const view = (search: string) => parseView(new URLSearchParams(search), TODAY);

test("The list opens with the first page of what is ahead", () => {
  expect(view("")).toEqual({ kind: "list", when: "upcoming", page: 1 });
  expect(view("when=never&page=x")).toEqual({ kind: "list", when: "upcoming", page: 1 });
  expect(view("when=past&page=3")).toEqual({ kind: "list", when: "past", page: 3 });
});

test("A week begins on the Monday of any of its dates", () => {
  for (const date of ["2026-11-30", "2026-12-03", "2026-12-06"]) {
    expect(view(`week=${date}`)).toEqual({ kind: "week", start: "2026-11-30" });
  }
});

test("A week that is no date is the one of today", () => {
  expect(view("week=")).toEqual({ kind: "week", start: "2026-11-30" });
  expect(view("week=2026-02-30")).toEqual({ kind: "week", start: "2026-11-30" });
});

test("A view and its address say the same", () => {
  for (const search of ["", "when=cancelled", "when=past&page=2", "week=2026-11-30"]) {
    const path = toBookingsPath(view(search));
    expect(path).toBe(search ? `/teach/bookings?${search}` : "/teach/bookings");
  }
});
