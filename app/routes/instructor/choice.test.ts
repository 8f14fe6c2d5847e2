import { expect, test } from "vitest";
import type { Offering } from "../../../worker/domain/catalog.ts";
import { chooseLesson, lowestPriceCents, toProfilePath } from "./choice.ts";

const offering = (slug: string, durationOptions: number[]): Offering => ({
  id: slug,
  service: { slug, name: slug, category: "music" },
  hourlyRateCents: 6000,
  durationOptions,
  locationTypes: ["online"],
  levels: [],
  audiences: [],
  description: "",
});
const piano = offering("piano", [30, 60, 90]);
const guitar = offering("guitar", [45, 90]);

test("the service and the length in the address are chosen when they are offered", () => {
  const params = new URLSearchParams("service=guitar&duration=90");
  expect(chooseLesson([piano, guitar], params)).toEqual({
    offering: guitar,
    durationMinutes: 90,
    isWanted: true,
    back: null,
  });
});

test("without a choice it is the first offering and an hour", () => {
  expect(chooseLesson([piano, guitar], new URLSearchParams())).toEqual({
    offering: piano,
    durationMinutes: 60,
    isWanted: false,
    back: null,
  });
});

test("a length that is not offered gives way to the shortest where there is no hour", () => {
  const params = new URLSearchParams("service=guitar&duration=60");
  expect(chooseLesson([piano, guitar], params)?.durationMinutes).toBe(45);
});

test("the lowest price is that of the service which was asked for, else of all", () => {
  const priceOf = (query: string) => {
    const choice = chooseLesson([piano, guitar], new URLSearchParams(query));
    return choice && lowestPriceCents([piano, guitar], choice);
  };
  expect(priceOf("service=guitar")).toBe(4500);
  expect(priceOf("")).toBe(3000);
  expect(priceOf("service=harp")).toBe(3000);
});

test("somebody without offerings has no lesson to choose", () => {
  expect(chooseLesson([], new URLSearchParams())).toBeNull();
});

test("a choice comes back from the address of the profile", () => {
  const back = "/search?q=guitar+under+%2480&page=2";
  const choice = { offering: guitar, durationMinutes: 90, isWanted: true, back };
  const { searchParams } = new URL(
    toProfilePath("i1", choice, "2026-12-01"),
    "https://here.example",
  );
  expect(chooseLesson([piano, guitar], searchParams)).toEqual(choice);
  expect(searchParams.get("from")).toBe("2026-12-01");
});

test("only a search of this site is a way back", () => {
  const backOf = (back: string) => chooseLesson([piano], new URLSearchParams({ back }))?.back;
  expect(backOf("/search?q=piano")).toBe("/search?q=piano");
  for (const other of [
    "",
    "/",
    "/searching",
    "/login",
    "//evil.example/search",
    "https://evil.example",
  ]) {
    expect(backOf(other)).toBeNull();
  }
});
