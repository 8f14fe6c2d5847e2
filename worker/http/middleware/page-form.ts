import { createMiddleware } from "hono/factory";
import { DomainError } from "../../domain/errors.ts";
import type { AppEnv } from "../context.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
const FORM = "application/x-www-form-urlencoded";

/**
 * Pages take forms as our own send them. Any other body cannot be read as one, which would fail in
 * the middle of the page instead of being refused.
 */
export function pageForm() {
  return createMiddleware<AppEnv>(async (c, next) => {
    const mediaType = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
    if (!SAFE_METHODS.has(c.req.method) && mediaType !== FORM) {
      throw new DomainError("unsupported_media_type", { detail: `Send the form as ${FORM}.` });
    }
    await next();
  });
}
