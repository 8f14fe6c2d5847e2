import { createMiddleware } from "hono/factory";

/** Inline styles are all that a mail's HTML brings; its links open outside of the frame. */
const POLICY = [
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/** For the HTML of a mail, shown in a frame of our own page: nothing in it may run or load. */
export function mailDocument() {
  return createMiddleware(async (c, next) => {
    await next();
    c.res.headers.set("Content-Security-Policy", POLICY);
    c.res.headers.set("X-Frame-Options", "SAMEORIGIN");
    // In its sandbox the document has no origin to be kept apart by; browsers warn of asking for it.
    c.res.headers.delete("Origin-Agent-Cluster");
  });
}
