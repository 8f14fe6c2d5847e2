import type { Context } from "hono";
import * as v from "valibot";
import { IdempotencyKey } from "../contracts/bookings.ts";
import { invalidField } from "../domain/errors.ts";
import type { AppEnv } from "./context.ts";

/** The header, or null without one. Throws `validation_failed` for one that is too long. */
export function idempotencyKey(c: Context<AppEnv>): string | null {
  const header = c.req.header("idempotency-key");
  if (header === undefined) return null;
  if (v.is(IdempotencyKey, header)) return header;
  throw invalidField("Idempotency-Key", "must be 1 to 255 printable ASCII characters");
}
