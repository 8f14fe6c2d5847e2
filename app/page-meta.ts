import type { MetaDescriptor } from "@remix-run/cloudflare";

const SITE = "iNSTAiNSTRU";

interface PageMeta {
  title: string;
  description: string;
  /** Path (and query) under which this page is to be known; null keeps it out of search engines. */
  canonical: string | null;
  /** Path of the same in Markdown, for programs that read. */
  markdown?: string;
  /** Origin of the site; taken from the root loader. */
  origin: string;
}

/** Title, description and canonical address of a page, and what others show of a link to it. */
export function pageMeta({
  title,
  description,
  canonical,
  markdown,
  origin,
}: PageMeta): MetaDescriptor[] {
  const tags: MetaDescriptor[] = [
    { title: title === SITE ? title : `${title} · ${SITE}` },
    { name: "description", content: description },
  ];
  if (canonical === null) return [...tags, { name: "robots", content: "noindex" }];
  const address = origin + canonical;
  const twin = markdown && [
    { tagName: "link", rel: "alternate", type: "text/markdown", href: origin + markdown },
  ];
  return [
    ...tags,
    ...(twin || []),
    { tagName: "link", rel: "canonical", href: address },
    { property: "og:type", content: "website" },
    { property: "og:site_name", content: SITE },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: address },
    { property: "og:image", content: `${origin}/card.png` },
    { property: "og:image:width", content: "1200" },
    { property: "og:image:height", content: "630" },
    { property: "og:image:alt", content: "iNSTAiNSTRU: lessons with instructors in New York City" },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}

/** The site's origin out of the root loader's data; empty when that loader failed. */
export function originOf(matches: readonly ({ id: string; data: unknown } | undefined)[]): string {
  const root = matches.find((match) => match?.id === "root")?.data;
  return root && typeof root === "object" && "origin" in root ? String(root.origin) : "";
}
