import type { AppLoadContext } from "@remix-run/cloudflare";
import type { Context } from "hono";
import type { RandomSource } from "../platform/random.ts";
import type { AppEnv } from "./context.ts";
import { sessionCookie } from "./cookies.ts";
import { isSecureUrl } from "./middleware/request.ts";
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
  };
}
