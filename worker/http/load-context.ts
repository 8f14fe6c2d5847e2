import type { AppLoadContext } from "@remix-run/cloudflare";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { getSearchFacts } from "../../db/seed/search-facts.ts";
import apiDocument from "../../docs/api/openapi.json" with { type: "json" };
import type { AppEnv, AppOptions } from "./context.ts";
import { CONSENT_COOKIE, consentSetCookie, sessionCookie } from "./cookies.ts";
import { isSecureUrl } from "./middleware/request.ts";
import { createPageDrafts } from "./page-drafts.ts";
import { createPageNotices } from "./page-notices.ts";
import { createPageSearch } from "./page-search.ts";
import { clientOf, findLastSearch } from "./visitor.ts";

/**
 * What loaders and actions work with: the same services as the API, and who is asking. That nobody has
 * waited to know here, so that a page's own reads go to the database together with that question.
 */
export async function toLoadContext(
  c: Context<AppEnv>,
  { random, settings, log }: Pick<AppOptions, "random" | "settings" | "log">,
): Promise<AppLoadContext> {
  const isSecure = isSecureUrl(c.req.url);
  return {
    services: c.var.services,
    apiDocument,
    findActor: c.var.findActor,
    nonce: c.var.secureHeadersNonce ?? "",
    isSecure,
    now: c.var.now,
    newId: random.newId,
    client: await clientOf(c),
    sessionCookie: sessionCookie(isSecure),
    notices: createPageNotices(c, random),
    tier: settings.TIER,
    drafts: createPageDrafts(c, random, log),
    findLastSearch: () => findLastSearch(c),
    search: createPageSearch(c, random, getSearchFacts()),
    consent: {
      isDeclined: getCookie(c, CONSENT_COOKIE) === "declined",
      serialize: (isDeclined) => consentSetCookie(isDeclined, isSecure),
    },
  };
}
