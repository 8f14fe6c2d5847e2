import { createMiddleware } from "hono/factory";
import { DomainError } from "../../domain/errors.ts";
import type { AppEnv } from "../context.ts";

/** Whatever is not named here may write: Remix takes "patch" for "PATCH". */
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses writes that a browser sends on behalf of another site. A request with neither header is no
 * browser's (curl, server to server) and passes. `isOpen` names the paths that any site may post to.
 */
export function sameOrigin({ isOpen }: { isOpen: (path: string) => boolean }) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!SAFE_METHODS.has(c.req.method) && !isOpen(c.req.path)) {
      const site = c.req.header("sec-fetch-site");
      const origin = c.req.header("origin");
      const isForeignSite = site !== undefined && site !== "same-origin" && site !== "none";
      const isForeignOrigin = origin !== undefined && origin !== new URL(c.req.url).origin;
      if (isForeignSite || isForeignOrigin) throw new DomainError("csrf");
    }
    await next();
  });
}
