import type { Actor } from "../worker/domain/actor.ts";
import type { Services } from "../worker/services/index.ts";

declare module "@remix-run/cloudflare" {
  /** What the Worker hands to every loader and action. */
  interface AppLoadContext {
    services: Services;
    actor: Actor | null;
    /** For inline scripts, as announced in the Content-Security-Policy of this response. */
    nonce: string;
    isSecure: boolean;
    /** The clock of this request, epoch ms. */
    now: number;
    newId(): string;
    /** The secret of the current session; null when nobody is signed in. */
    sessionToken: string | null;
    /** Values for Set-Cookie. */
    sessionCookie: { serialize(token: string): string; clear(): string };
  }
}
