import { expect, test } from "vitest";
import areas from "../../../db/seed/data/areas.json" with { type: "json" };
import catalog from "../../../db/seed/data/catalog.json" with { type: "json" };
import { createReader } from "./fixtures.ts";
import { isOrdinaryWord } from "./ordinary-words.ts";

const { read } = createReader(catalog, areas);

/** Everyday words that are no service; the first lines are one or two letters away from one. */
const EVERYDAY_WORDS = (
  "kind gift someone right night light fight eight strong string spring coming waiting doing dying " +
  "seeing message handle candle couch hello boss glass grass class start stars chest truck trick " +
  "starting feelings bathroom witness bullet local vocal finger permission location physical " +
  "expensive construction medication competition meat sharp wallet cleaning units wings trace boots " +
  "vice coke curse cookies cheat francis dennis gambling advance status skull chandler thus plates " +
  "trailer barrel goat lean spots signing chairs core raining sorts bearing solo betting barking " +
  "myth colleague lottery peach ginger earrings obsession gulf balloons villa parenting massacre " +
  "email logo mango tract coarse rotation donation notice harper sewer drawer program write queen " +
  "patient friendly funny gentle calm smart honest simple quick slow early late recently usually " +
  "always never maybe perhaps really together alone family mother father sister brother cousin " +
  "husband wife friend neighbor nephew niece birthday wedding holiday vacation summer winter autumn " +
  "breakfast dinner kitchen garage bedroom window table bottle paper pencil phone laptop screen " +
  "money cash credit coupon discount refund question answer problem idea reason story letter word " +
  "number address street house apartment building subway station traffic weather rain snow storm " +
  "happy tired bored excited nervous shy serious creative talented passionate professional " +
  "experienced certified qualified amazing awesome excellent wonderful perfect famous native speaker " +
  "accent review rating refresh improve prepare audition recital concert contest exam grade homework"
).split(" ");

/** Words of the list above that the catalog itself lists, in the plural. */
const SERVICES = ["string", "candle", "vocal"];

test("two hundred everyday words are never taken for a misspelled service", () => {
  expect(new Set(EVERYDAY_WORDS).size).toBe(EVERYDAY_WORDS.length);
  expect(EVERYDAY_WORDS.length).toBeGreaterThanOrEqual(200);
  const corrected = EVERYDAY_WORDS.filter((word) => read(word).corrections.length > 0);
  expect(corrected).toEqual([]);
});

test("an everyday word finds no service but where the catalog has it", () => {
  const found = EVERYDAY_WORDS.filter((word) => read(word).services.length > 0);
  expect(found).toEqual(SERVICES);
});

test("an everyday word beside a service changes nothing about it", () => {
  const others = EVERYDAY_WORDS.filter((word) => !SERVICES.includes(word));
  const wrong = others.filter((word) => read(`${word} piano`).services.join() !== "piano");
  expect(wrong).toEqual([]);
});

test("plurals of everyday words are everyday words", () => {
  expect(isOrdinaryWord("truck")).toBe(true);
  expect(isOrdinaryWord("trucks")).toBe(true);
  expect(isOrdinaryWord("piano")).toBe(false);
  expect(isOrdinaryWord("paino")).toBe(false);
});
