import { expect, test } from "vitest";
import areas from "../../../db/seed/data/areas.json" with { type: "json" };
import catalog from "../../../db/seed/data/catalog.json" with { type: "json" };
import { createReader, reading } from "./fixtures.ts";

const { parse, read } = createReader(catalog, areas);

const price = (min: number | null, max: number | null) => ({
  minCents: min === null ? null : min * 100,
  maxCents: max === null ? null : max * 100,
});

test.each<[query: string, min: number | null, max: number | null]>([
  ["under 80", null, 80],
  ["Under $80", null, 80],
  ["below $80", null, 80],
  ["less than 80 dollars", null, 80],
  ["up to 80 bucks", null, 80],
  ["at most $80", null, 80],
  ["max 80", null, 80],
  ["max $80", null, 80],
  ["maximum of 80", null, 80],
  ["no more than $80", null, 80],
  ["80 or less", null, 80],
  ["$80 or under", null, 80],
  ["80 max", null, 80],
  ["$80 maximum", null, 80],
  ["budget of $80", null, 80],
  ["over 80", 80, null],
  ["above $80", 80, null],
  ["more than $80", 80, null],
  ["at least 80", 80, null],
  ["min 80", 80, null],
  ["minimum $80", 80, null],
  ["80 or more", 80, null],
  ["$80+", 80, null],
  ["from $40", 40, null],
  ["<$50", null, 50],
  ["<= 50", null, 50],
  ["≤ $50", null, 50],
  [">$50", 50, null],
  [">= $50", 50, null],
  ["~$50", 40, 60],
  ["between 40 and 60", 40, 60],
  ["between $40 and $60", 40, 60],
  ["between $60 and $40", 40, 60],
  ["from 40 to 60", 40, 60],
  ["from $40 to $60 an hour", 40, 60],
  ["40-60", 40, 60],
  ["$40-$60", 40, 60],
  ["$40 – $60", 40, 60],
  ["40 to 60", 40, 60],
  ["40-60/hr", 40, 60],
  ["around 50", 40, 60],
  ["about $50", 40, 60],
  ["around $49.50", 39.6, 59.4],
  ["under $49.50", null, 49.5],
  ["under 49.5", null, 49.5],
  ["under $1,200", null, 1200],
  ["under $0", null, 0],
  ["cheap", null, 60],
  ["inexpensive", null, 60],
  ["on a budget", null, 60],
  ["affordable", null, 80],
  ["under $50/hr", null, 50],
  ["under $50 an hour", null, 50],
  ["under 50 per hour", null, 50],
  ["under 50 usd hourly", null, 50],
  ["50 an hour", null, 50],
  ["$50", null, 50],
  ["50$", null, 50],
  ["50 dollars", null, 50],
  ["no less than $50", 50, null],
  ["not less than 50", 50, null],
  ["not under 50", 50, null],
  ["not below $50", 50, null],
  ["no cheaper than $50", 50, null],
  ["not more than 50", null, 50],
  ["not over $50", null, 50],
  ["not above $50", null, 50],
  ["no higher than $50", null, 50],
  ["nothing over $50", null, 50],
  ["without going over $50", null, 50],
  ["I don't want to pay more than 50", null, 50],
  ["we can't spend more than $50", null, 50],
  ["exceeding $50", 50, null],
  ["not to exceed 50", null, 50],
  ["less then 50", null, 50],
  ["more then $50", 50, null],
  ["higher than $50", 50, null],
  ["greater than $50", 50, null],
  ["upwards of $50", 50, null],
  ["$50 or higher", 50, null],
  ["$50 and more", 50, null],
  ["$50 or lower", null, 50],
  ["approx. $50", 40, 60],
  ["maximum price of $50", null, 50],
  ["max price 50", null, 50],
  ["budget is 50", null, 50],
  ["not too expensive", null, 60],
  ["over 40 under 60", 40, 60],
  ["under 80 and under 60", null, 60],
  ["over 80 under 50", 80, 50],
  ["cheap, under $90", null, 90],
  ["cheap over $20", 20, null],
])('the price of "%s" is from %s to %s dollars', (query, min, max) => {
  expect(read(query)).toEqual(reading({ price: price(min, max) }));
});

test.each<[query: string, unmatched: string[]]>([
  ["piano 50", ["50"]],
  ["piano 50 60", ["50", "60"]],
  ["piano 30 min", ["30", "min"]],
  ["piano 212-555-1234", ["212", "555", "1234"]],
  ["piano 45 minutes", ["45", "minutes"]],
  ["piano under 30 minutes", ["under", "30", "minutes"]],
  ["piano 1234567 max", ["1234567", "max"]],
  ["piano not cheap", ["not", "cheap"]],
  ["piano not too cheap", ["not", "too", "cheap"]],
])('no price is read from "%s"', (query, unmatched) => {
  expect(read(query)).toEqual(reading({ services: ["piano"], unmatched }));
});

test("a small bare number beside a word for both is an hour, with a dollar sign a price", () => {
  expect(read("around 5").time).toEqual({ from: "16:00", to: "18:00" });
  expect(read("around $5").price).toEqual(price(4, 6));
  expect(read("between 4 and 6").time).toEqual({ from: "16:00", to: "18:00" });
  expect(read("between $4 and $6").price).toEqual(price(4, 6));
  expect(read("between 10 and 20").price).toEqual(price(10, 20));
  expect(read("under 5").price).toEqual(price(null, 5));
});

test("a number of years is no price", () => {
  expect(read("kids under 12").price).toEqual(price(null, null));
  expect(read("kids not over 12").price).toEqual(price(null, null));
  expect(read("adults over 60").price).toEqual(price(null, null));
  expect(read("adults under 60").price).toEqual(price(null, 60));
  expect(read("kids under 50").price).toEqual(price(null, 50));
});

test("the price belongs to the query wherever it stands", () => {
  const expected = reading({ services: ["piano"], price: price(null, 80) });
  for (const query of [
    "piano under $80",
    "under $80 piano",
    "piano, under $80",
    "UNDER 80 PIANO",
  ]) {
    expect(read(query)).toEqual(expected);
  }
});

test("the word that turns a limit around belongs to it", () => {
  expect(parse("piano no less than $50").parts.at(-1)).toMatchObject({
    kind: "price",
    words: ["no", "less", "than", "50"],
  });
});

test("a denial before a comma says nothing of the price behind it", () => {
  expect(read("why not, under $50").price).toEqual(price(null, 50));
});
