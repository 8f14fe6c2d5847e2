import type { Context } from "hono";
import type { KeyRecord } from "../../db/repositories/api-keys.ts";
import type { ApiScope } from "../domain/api-key.ts";
import type { AppEnv } from "./context.ts";

const LONGEST_KEY = 200;

/**
 * The API key that a request shows; null for one without. A request that shows one never falls back
 * on a session: throws `unauthenticated` for a bad one, `forbidden` for one without the scope.
 */
export async function findApiKey(c: Context<AppEnv>, scope: ApiScope): Promise<KeyRecord | null> {
  const header = c.req.header("authorization") ?? "";
  const [, key] = /^Bearer(?: +(.*))?$/i.exec(header) ?? [null, null];
  if (key === null) return null;
  const shown = key ?? "";
  return await c.var.services.apiKeys.assertKey(shown.length > LONGEST_KEY ? "" : shown, scope);
}
