import type { Actor } from "../worker/domain/actor.ts";
import type { Settings } from "../worker/env.ts";
import type { PageDrafts } from "../worker/http/page-drafts.ts";
import type { PageNotices } from "../worker/http/page-notices.ts";
import type { PageSearch } from "../worker/http/page-search.ts";
import type { Client } from "../worker/services/client.ts";
import type { Services } from "../worker/services/index.ts";
import type { LastSearch } from "../worker/services/tracking.ts";

declare module "@remix-run/cloudflare" {
  /** What the Worker hands to every loader and action. */
  interface AppLoadContext {
    services: Services;
    /** The description of the API, OpenAPI 3.1. */
    apiDocument: object;
    /** Who asks, looked up once. A page that may not be for everybody has it as its `actor`. */
    findActor(): Promise<Actor | null>;
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
    /** The unfinished bookings of whoever asks. */
    drafts: PageDrafts;
    /** The search that a booking is ascribed to; null without one that may be measured. */
    findLastSearch(): Promise<LastSearch | null>;
    /** Searching, and the searches of whoever asks. */
    search: PageSearch;
    /** What is announced to whoever asks. */
    notices: PageNotices;
    /** `int` runs on somebody's own machine, `stg` is no place for search engines. */
    tier: Settings["TIER"];
    /** Whether searches may be measured, and the value for Set-Cookie that says so from now on. */
    consent: { isDeclined: boolean; serialize(isDeclined: boolean): string };
  }
}
