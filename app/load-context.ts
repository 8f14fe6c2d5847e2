import type { Actor } from "../worker/domain/actor.ts";
import type { PageSearch } from "../worker/http/page-search.ts";
import type { Client } from "../worker/services/accounts.ts";
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
    /** Where a sign-in would come from, with the session and the guest that the browser is now. */
    client: Client;
    /** Values for Set-Cookie. */
    sessionCookie: { serialize(token: string): string; clear(): string };
    /** Searching, and the searches of whoever asks. */
    search: PageSearch;
    /** Whether searches may be measured, and the value for Set-Cookie that says so from now on. */
    consent: { isDeclined: boolean; serialize(isDeclined: boolean): string };
  }
}
