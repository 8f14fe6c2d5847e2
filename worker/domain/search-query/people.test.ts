import { expect, test } from "vitest";
import areas from "../../../db/seed/data/areas.json" with { type: "json" };
import catalog from "../../../db/seed/data/catalog.json" with { type: "json" };
import { createReader, reading } from "./fixtures.ts";
import type { Audience, Level, Mode } from "./types.ts";

const { read } = createReader(catalog, areas);

test.each<[query: string, mode: Mode | null]>([
  ["online", "online"],
  ["virtual", "online"],
  ["virtually", "online"],
  ["remote", "online"],
  ["over zoom", "online"],
  ["on Zoom", "online"],
  ["in person", "in_person"],
  ["in-person", "in_person"],
  ["In-Person", "in_person"],
  ["at home", "in_person"],
  ["in-home", "in_person"],
  ["at my place", "in_person"],
  ["at my house", "in_person"],
  ["online or in person", null],
  ["on-line", "online"],
  ["not online", "in_person"],
  ["no zoom", "in_person"],
  ["in person, not virtual", "in_person"],
  ["not in person", "online"],
  ["I don't want to do in person", "online"],
])('the mode of "%s" is %s', (query, mode) => {
  expect(read(query)).toEqual(reading({ mode }));
});

test.each<[query: string, level: Level]>([
  ["beginner", "beginner"],
  ["for beginners", "beginner"],
  ["starter", "beginner"],
  ["intro to", "beginner"],
  ["from scratch", "beginner"],
  ["intermediate", "intermediate"],
  ["Advanced", "advanced"],
  ["elementary", "elementary"],
  ["elementary school", "elementary"],
  ["middle school", "middle_school"],
  ["for a middle schooler", "middle_school"],
  ["high-school", "high_school"],
  ["high school students", "high_school"],
  ["high school senior", "high_school"],
  ["college", "college"],
  ["college students", "college"],
  ["university", "college"],
])('the level of "%s" is %s', (query, level) => {
  expect(read(query)).toEqual(reading({ level }));
});

test("the first of two levels counts and the other is reported", () => {
  expect(read("beginner or advanced")).toEqual(
    reading({ level: "beginner", unmatched: ["advanced"] }),
  );
});

test.each<[query: string, audience: Audience, age: number | null]>([
  ["for children", "kids", null],
  ["for a child", "kids", null],
  ["toddlers", "kids", null],
  ["baby", "kids", null],
  ["teens", "teens", null],
  ["for my teenager", "teens", null],
  ["adults", "adults", null],
  ["for an adult", "adults", null],
  ["seniors", "seniors", null],
  ["for the elderly", "seniors", null],
  ["0 year old", "kids", 0],
  ["my 7 year old", "kids", 7],
  ["7-year-old", "kids", 7],
  ["7 years old", "kids", 7],
  ["7 yr old", "kids", 7],
  ["7yo", "kids", 7],
  ["7 y/o", "kids", 7],
  ["age 7", "kids", 7],
  ["aged 7", "kids", 7],
  ["12 year old", "kids", 12],
  ["13 year old", "teens", 13],
  ["17 year old", "teens", 17],
  ["18 year old", "adults", 18],
  ["64 year old", "adults", 64],
  ["65 year old", "seniors", 65],
  ["120 year old", "seniors", 120],
  ["ages 5-7", "kids", null],
  ["ages 5 to 7", "kids", null],
  ["5-7 year olds", "kids", null],
  ["kids aged 9", "kids", 9],
  ["kids 8-10", "kids", null],
  ["for children 5 to 7", "kids", null],
  ["teens 13-17", "teens", null],
  ["adults over 60", "adults", null],
])('"%s" is for %s, age %s', (query, audience, age) => {
  expect(read(query)).toMatchObject({ audience, age, unmatched: [] });
});

test.each<[query: string, unmatched: string[]]>([
  ["121 year old", ["121", "year", "old"]],
  ["7.5 year old", ["7.5", "year", "old"]],
  ["piano 7", ["7"]],
  ["7 years", ["7", "years"]],
])('no age is read from "%s"', (query, unmatched) => {
  expect(read(query)).toMatchObject({ audience: null, age: null, unmatched });
});

test("the ages of children are neither hours nor a price, but what has a unit is", () => {
  expect(read("karate for kids 8-10, under $50")).toEqual(
    reading({
      services: ["karate"],
      audience: "kids",
      price: { minCents: null, maxCents: 5000 },
    }),
  );
  expect(read("karate for kids 5-7pm").time).toEqual({ from: "17:00", to: "19:00" });
  expect(read("karate for kids 15-18 dollars").price).toEqual({ minCents: 1500, maxCents: 1800 });
  expect(read("karate for kids $10-$15").price).toEqual({ minCents: 1000, maxCents: 1500 });
  expect(read("karate for kids 40-60").price).toEqual({ minCents: 4000, maxCents: 6000 });
  expect(read("kids 6-8 math").services).toEqual(["middle-school-math"]);
});

test("the first of two audiences counts and the other is reported", () => {
  expect(read("teens and adults")).toEqual(reading({ audience: "teens", unmatched: ["adults"] }));
});

test("a number of years beats the word beside it", () => {
  expect(read("kids 15 years old")).toEqual(reading({ audience: "teens", age: 15 }));
});
