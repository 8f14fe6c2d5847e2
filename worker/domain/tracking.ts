import type { MeasuredRequests } from "./metrics.ts";
import type { SearchType } from "./search-history.ts";
import type { Device } from "./visitor.ts";

/** What a person can do with a result; `book` is recorded by the server alone. */
export const INTERACTION_TYPES = ["impression", "hover", "click", "view_profile", "book"] as const;
export type InteractionType = (typeof INTERACTION_TYPES)[number];

export interface SearchEvent {
  eventId: string;
  userId: string | null;
  guestId: string | null;
  normalizedQuery: string;
  searchType: SearchType;
  resultCount: number;
  services: string[];
  category: string | null;
  device: Device;
  country: string | null;
  region: string | null;
  city: string | null;
  borough: string | null;
  ipHash: string | null;
  referrer: string | null;
  searchedAt: number;
}

export interface Interaction {
  id: string;
  searchEventId: string;
  type: InteractionType;
  instructorId: string;
  /** 1 is the first result. */
  position: number | null;
  /** Milliseconds since the search. */
  elapsedMs: number | null;
  createdAt: number;
}

/** What travels through the queue. It may arrive twice and in any order; effects happen once. */
export type TrackingMessage =
  | { kind: "search"; event: SearchEvent }
  | { kind: "interactions"; interactions: Interaction[] };

/** What one request sends when it is over: all it tracked, and what it and others were measured to do. */
export interface RequestMessage {
  kind: "request";
  tracking: TrackingMessage[];
  metrics: MeasuredRequests | null;
}
