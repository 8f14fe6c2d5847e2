import type { AppLoadContext } from "@remix-run/cloudflare";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import type { RandomSource } from "../platform/random.ts";
import { getSearchFacts } from "../services/search-facts.ts";
import type { AppEnv } from "./context.ts";
import { CONSENT_COOKIE, consentSetCookie, sessionCookie } from "./cookies.ts";
import { isSecureUrl } from "./middleware/request.ts";
import { createPageSearch } from "./page-search.ts";
import { clientOf } from "./visitor.ts";

/** What loaders and actions work with: the same services as the API, and who is asking. */
export async function toLoadContext(
  c: Context<AppEnv>,
  random: RandomSource,
): Promise<AppLoadContext> {
  const isSecure = isSecureUrl(c.req.url);
  return {
    services: c.var.services,
    actor: await c.var.findActor(),
    nonce: c.var.secureHeadersNonce ?? "",
    isSecure,
    now: c.var.now,
    newId: random.newId,
    client: await clientOf(c),
    sessionCookie: sessionCookie(isSecure),
    search: createPageSearch(c, random, getSearchFacts()),
    consent: {
      isDeclined: getCookie(c, CONSENT_COOKIE) === "declined",
      serialize: (isDeclined) => consentSetCookie(isDeclined, isSecure),
    },
  };
}
