import type { ListedInstructor, SitemapRepository } from "../../db/repositories/sitemap.ts";

/** What one sitemap may hold at most is ten times this. */
const INSTRUCTORS_PER_PAGE = 5000;

/** Read and sent on at a time. */
const INSTRUCTORS_AT_ONCE = 500;

export interface SitemapService {
  /** From where each page of instructors goes. */
  listPageStarts(): Promise<string[]>;
  /** The instructors of the page that begins with this id, some at a time. */
  streamPage(from: string): AsyncGenerator<ListedInstructor[]>;
}

export function createSitemapService({
  sitemap,
  perPage = INSTRUCTORS_PER_PAGE,
  atOnce = INSTRUCTORS_AT_ONCE,
}: {
  sitemap: SitemapRepository;
  perPage?: number;
  atOnce?: number;
}): SitemapService {
  return {
    listPageStarts: () => sitemap.listPageStarts(perPage),

    async *streamPage(from) {
      let next = from;
      for (let left = perPage; left > 0; left -= atOnce) {
        const limit = Math.min(left, atOnce);
        // One more than wanted, to know where to go on.
        const found = await sitemap.list(next, limit + 1);
        yield found.slice(0, limit);
        const following = found[limit];
        if (!following) return;
        next = following.id;
      }
    },
  };
}
