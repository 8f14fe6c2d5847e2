import type { ServiceSupply } from "../../../worker/domain/catalog.ts";

type Taught = Pick<ServiceSupply, "slug" | "name" | "instructorCount" | "minHourlyRateCents">;

/** What is taught and for how much, in the vocabulary of schema.org. */
export function toServiceFacts(services: readonly Taught[], origin: string) {
  return {
    "@type": "ItemList",
    itemListElement: services
      .filter(({ instructorCount }) => instructorCount > 0)
      .map(({ slug, name, instructorCount, minHourlyRateCents }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        item: {
          "@type": "Service",
          name: `${name} lessons`,
          url: `${origin}/search?service=${slug}`,
          areaServed: "New York City",
          offers: {
            "@type": "AggregateOffer",
            offerCount: instructorCount,
            lowPrice: ((minHourlyRateCents ?? 0) / 100).toFixed(2),
            priceCurrency: "USD",
          },
        },
      })),
  };
}
