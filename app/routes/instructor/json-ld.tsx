import type { PublicInstructor } from "../../../worker/domain/catalog.ts";
import { useNonce } from "../../nonce.tsx";

interface JsonLdProps {
  instructor: PublicInstructor;
  /** The page's own full address. */
  address: string;
}

/** The profile for search engines, in the vocabulary of schema.org. */
export function JsonLd({ instructor, address }: JsonLdProps) {
  const nonce = useNonce();
  const { displayName, bio, areas, offerings } = instructor;
  const person = {
    "@context": "https://schema.org",
    "@type": "Person",
    name: displayName,
    description: bio,
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
      itemOffered: { "@type": "Service", name: `${service.name} lesson`, description },
      areaServed: areas.map(({ name }) => name),
    })),
  };
  // An unescaped "<" in a text of the instructor's could close the script.
  const json = JSON.stringify(person).replaceAll("<", "\\u003c");
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with "<" escaped, never markup.
      dangerouslySetInnerHTML={{ __html: json }}
    />
  );
}
