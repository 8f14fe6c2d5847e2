import type { ParsedQuery } from "../../../worker/domain/search-query/types.ts";
import { toSearchPath } from "../../search-path.ts";

interface CanonicalSearch {
  /** The search without page and order, as in the address. */
  params: Record<string, string>;
  /** What was understood; null where nothing was searched for. */
  parsed: Pick<ParsedQuery, "services" | "parts" | "unmatched" | "corrections"> | null;
  page: number;
}

/**
 * The address under which search engines are to know a search: that of the service or category it
 * is about. Null for every other one, as there is no end of them.
 */
export function toCanonical({ params, parsed, page }: CanonicalSearch): string | null {
  const [name, ...others] = Object.keys(params);
  if (others.length > 0) return null;
  if (name === undefined) return "/search";
  const subject = name === "q" ? soleService(parsed) : { [name]: params[name] ?? null };
  if (!subject || !("service" in subject || "category" in subject)) return null;
  return toSearchPath({ ...subject, page: page > 1 ? String(page) : null });
}

/** The service that the words name, if they say nothing else and said it rightly. */
function soleService(parsed: CanonicalSearch["parsed"]): { service: string } | null {
  if (!parsed) return null;
  const { services, parts, unmatched, corrections } = parsed;
  const [service, ...others] = services;
  if (!service || others.length > 0 || parts.length > 1) return null;
  return unmatched.length > 0 || corrections.length > 0 ? null : { service };
}
