import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { DomainError } from "../../domain/errors.ts";
import type { AppEnv } from "../context.ts";

const BODY_LIMIT_BYTES = 64 * 1024;

/**
 * Refuses larger bodies, by the length they tell or as they come. One that breaks off before it is
 * whole is the sender's mistake as well, not a failure of ours.
 */
export function bodySize() {
  const limit = bodyLimit({
    maxSize: BODY_LIMIT_BYTES,
    onError: () => {
      throw new DomainError("payload_too_large");
    },
  });
  return createMiddleware<AppEnv>(async (c, next) => {
    let isWhole = false;
    const goOn = async () => {
      isWhole = true;
      await next();
    };
    try {
      return await limit(c, goOn);
    } catch (error) {
      if (isWhole || error instanceof DomainError) throw error;
      throw new DomainError("malformed_json", { detail: "The body broke off." });
    }
  });
}
