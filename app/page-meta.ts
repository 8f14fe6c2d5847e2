import type { MetaDescriptor } from "@remix-run/cloudflare";

interface PageMeta {
  title: string;
  description: string;
  /** Path (and query) under which this page is to be known; null keeps it out of search engines. */
  canonical: string | null;
  /** Origin of the site; taken from the root loader. */
  origin: string;
}

/** Title, description and canonical address of a page. */
export function pageMeta({ title, description, canonical, origin }: PageMeta): MetaDescriptor[] {
  const tags: MetaDescriptor[] = [
    { title: title === "iNSTAiNSTRU" ? title : `${title} · iNSTAiNSTRU` },
    { name: "description", content: description },
  ];
  if (canonical === null) return [...tags, { name: "robots", content: "noindex" }];
  return [...tags, { tagName: "link", rel: "canonical", href: origin + canonical }];
}

/** The site's origin out of the root loader's data; empty when that loader failed. */
export function originOf(matches: readonly ({ id: string; data: unknown } | undefined)[]): string {
  const root = matches.find((match) => match?.id === "root")?.data;
  return root && typeof root === "object" && "origin" in root ? String(root.origin) : "";
}
