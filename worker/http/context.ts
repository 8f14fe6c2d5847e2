import type { DatabaseUse } from "../../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import type { LimitState } from "../domain/errors.ts";
import type { SearchFacts } from "../domain/search-results.ts";
import type { Bindings, Settings } from "../env.ts";
import type { Log } from "../platform/log.ts";
import type { RandomSource } from "../platform/random.ts";
import type { Services } from "../services/index.ts";
import type { ListingStore } from "../services/listings.ts";

/** What is the same for every request of an isolate. */
export interface AppOptions {
  settings: Settings;
  /** Reads the clock, epoch milliseconds. */
  clock: () => number;
  random: RandomSource;
  log: Log;
  /** The build that answers `/api/healthz`. */
  version: string;
  /** Templates of the pages behind the API: what their requests are counted as. */
  pageTemplates?: readonly string[];
}

/** What one app keeps between requests, made with it. */
export interface AppScope extends AppOptions {
  searchFacts: SearchFacts;
  /** The listings as this isolate knows them. */
  listingStore: ListingStore;
  /** The day's salt, once it was needed. */
  saltOf: Map<string, string>;
}

/** What belongs to one request. */
export interface RequestVariables {
  requestId: string;
  /** The request's one reading of the clock. */
  now: number;
  use: DatabaseUse;
  services: Services;
  /** Whether the request shows a session, be it a good one or not. */
  hasSession: boolean;
  /** Looked up once, and only if somebody asks. */
  findActor: () => Promise<Actor | null>;
  /** What is left of the limit that the request was counted for. */
  limit?: LimitState;
  secureHeadersNonce?: string;
}

export interface AppEnv {
  Bindings: Bindings;
  Variables: RequestVariables;
}
