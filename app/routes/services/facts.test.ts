import { expect, test } from "vitest";
import { toServiceFacts } from "./facts.ts";

const service = (slug: string, instructorCount: number, minHourlyRateCents: number | null) => ({
  slug,
  name: slug.toUpperCase(),
  instructorCount,
  minHourlyRateCents,
});

test("search engines are told of what somebody teaches, with the price from, and of nothing else", () => {
  const services = [service("piano", 2, 6050), service("tuba", 0, null), service("yoga", 1, 4000)];
  const { itemListElement } = toServiceFacts(services, "https://site.test");
  expect(itemListElement.map(({ position, item }) => [position, item.url])).toEqual([
    [1, "https://site.test/search?service=piano"],
    [2, "https://site.test/search?service=yoga"],
  ]);
  expect(itemListElement[0]?.item.offers).toMatchObject({ offerCount: 2, lowPrice: "60.50" });
});
