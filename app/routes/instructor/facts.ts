import type { PublicInstructor } from "../../../worker/domain/catalog.ts";

/** The profile in the vocabulary of schema.org; `address` is its full one. */
export function toPersonFacts(instructor: PublicInstructor, address: string) {
  const { displayName, bio, areas, offerings } = instructor;
  return {
    "@type": "Person",
    name: displayName,
    description: bio || undefined,
    url: address,
    knowsAbout: offerings.map(({ service }) => service.name),
    makesOffer: offerings.map(({ service, hourlyRateCents, description }) => ({
      "@type": "Offer",
      priceSpecification: {
        "@type": "UnitPriceSpecification",
        price: (hourlyRateCents / 100).toFixed(2),
        priceCurrency: "USD",
        unitCode: "HUR",
      },
      itemOffered: {
        "@type": "Service",
        name: `${service.name} lesson`,
        description: description || undefined,
      },
      areaServed: areas.map(({ name }) => name),
    })),
  };
}
