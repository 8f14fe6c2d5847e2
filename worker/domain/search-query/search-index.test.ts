import { expect, test } from "vitest";
import type { CatalogFacts } from "./catalog-index.ts";
import { parseSearchQuery } from "./parse.ts";
import { buildSearchIndex } from "./search-index.ts";

const service = (slug: string, name: string, aliases: string[] = []) => ({
  slug,
  name,
  category: "crafts",
  aliases,
});

function parseWith(catalog: Partial<CatalogFacts>, text: string) {
  const facts = { categories: [], groups: {}, services: [], ...catalog };
  const index = buildSearchIndex(facts, []);
  return parseSearchQuery(text, { now: 0, timezone: "UTC", index });
}

test("an alias that several services share means all of them", () => {
  const services = [
    service("oak", "Oak Work", ["carving"]),
    service("ice", "Ice Work", ["carving"]),
  ];
  expect(parseWith({ services }, "carving").services).toEqual(["ice", "oak"]);
});

test("a name beats the same word as an alias of another service", () => {
  const services = [service("oak", "Oak Work", ["carving"]), service("carving", "Carving")];
  expect(parseWith({ services }, "carving").services).toEqual(["carving"]);
});

test("a group word means its members and the service of that name", () => {
  const services = [service("carving", "Carving"), service("oak", "Oak Work")];
  const groups = { carving: ["oak"] };
  expect(parseWith({ services, groups }, "carving").services).toEqual(["carving", "oak"]);
});

test("of two names that are the same words in another order each keeps its own", () => {
  const services = [service("a", "Glass Paint"), service("b", "Paint Glass")];
  expect(parseWith({ services }, "glass paint").services).toEqual(["a"]);
  expect(parseWith({ services }, "paint glass").services).toEqual(["b"]);
});

test("two names that are one word when written together mean both", () => {
  const services = [service("a", "Sun Dialing"), service("b", "Sund Ialing")];
  expect(parseWith({ services }, "sundialing").services).toEqual(["a", "b"]);
});

test("a catalog without the kids category has no such category", () => {
  expect(parseWith({}, "kids")).toMatchObject({ category: null, audience: "kids" });
});

test("words of the catalog that every object knows are words like any other", () => {
  const services = [service("constructor", "Constructor"), service("proto", "__proto__")];
  expect(parseWith({ services }, "constructor").services).toEqual(["constructor"]);
  expect(parseWith({ services }, "__proto__").services).toEqual(["proto"]);
});

test("an empty catalog understands the conditions and no more", () => {
  expect(parseWith({}, "piano under $50 online")).toMatchObject({
    services: [],
    mode: "online",
    price: { maxCents: 5000 },
    unmatched: ["piano"],
  });
});
