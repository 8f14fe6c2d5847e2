import { useNonce } from "../nonce.tsx";

/** Facts of a page for search engines, in the vocabulary of schema.org. */
export function JsonLd({ facts }: { facts: { "@type": string; [name: string]: unknown } }) {
  const nonce = useNonce();
  // An unescaped "<" in somebody's text could close the script.
  const json = JSON.stringify({ "@context": "https://schema.org", ...facts }).replaceAll(
    "<",
    "\\u003c",
  );
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
