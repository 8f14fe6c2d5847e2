import { env } from "cloudflare:workers";
import { expect } from "vitest";
import { noDatabaseUse, openDatabase } from "../db/client.ts";
import { createSearchCountRepository } from "../db/repositories/search-counts.ts";
import { createTrackingRepository } from "../db/repositories/tracking.ts";
import { createRandom } from "../db/seed/random.ts";
import type { SearchEvent } from "../worker/domain/tracking.ts";
import { consumeEvents } from "../worker/jobs/consumer.ts";
import { countSearches } from "../worker/services/search-counting.ts";
import { testRandom } from "./api.ts";

const DAY_MS = 86_400_000;

interface Interaction {
  id: string;
  searchEventId: string;
  type: string;
  instructorId: string;
  position: number;
  elapsedMs: number;
  createdAt: number;
}

const QUERIES = ["piano", "violin lessons", "math tutor", "yoga", "=cmd", "drums in queens"];

/** A month and a half of searches and what was done with their results, the same in every run. */
export function generateSearches(people: string[], instructorId: string, now: number) {
  const random = createRandom(7);
  const events: SearchEvent[] = [];
  const interactions: Interaction[] = [];
  for (let n = 0; n < 400; n++) {
    const isUser = random.chance(0.4);
    const searchedAt = now - random.int(0, 45 * DAY_MS);
    const eventId = testRandom.newId();
    events.push({
      eventId,
      userId: isUser ? random.pick(people) : null,
      guestId: isUser ? null : `guest-${random.int(1, 30)}`,
      normalizedQuery: random.pick(QUERIES),
      searchType: random.pick(["natural_language", "service_pill", "category"] as const),
      resultCount: random.chance(0.2) ? 0 : random.int(1, 40),
      services: random.pick([["piano"], ["piano", "violin"], []]),
      category: random.pick(["music", null]),
      device: random.pick(["mobile", "desktop"] as const),
      country: "US",
      region: "New York",
      city: "New York",
      borough: random.pick(["brooklyn", null]),
      ipHash: null,
      referrer: random.pick(["example.com", "other.test", null]),
      searchedAt,
    });
    for (const [type, likely] of [
      ["impression", 0.9],
      ["click", 0.4],
      ["view_profile", 0.35],
      ["book", 0.1],
    ] as const) {
      if (!random.chance(likely)) continue;
      interactions.push({
        id: testRandom.newId(),
        searchEventId: eventId,
        type,
        instructorId,
        position: random.int(1, 10),
        elapsedMs: random.int(1, 60_000),
        createdAt: searchedAt + random.int(1, 3 * DAY_MS),
      });
    }
  }
  const messages = [
    ...events.map((event) => ({ kind: "search", event })),
    ...interactions.map((one) => ({ kind: "interactions", interactions: [one] })),
  ];
  return { events, interactions, messages, random };
}

/** A search as the queue carries it. */
export function createSearch(
  facts: Pick<SearchEvent, "normalizedQuery" | "resultCount" | "searchedAt">,
): SearchEvent {
  const known = { userId: null, guestId: "guest", services: [], category: null };
  const place = { country: null, region: null, city: null, borough: null, ipHash: null };
  const rest = { searchType: "natural_language", device: "mobile", referrer: null } as const;
  return { eventId: testRandom.newId(), ...known, ...place, ...rest, ...facts };
}

/** New York's date by the platform's own calendar, apart from the code under test. */
export const dateOf = (at: number) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(at);

/** Hands messages to the consumer as the queue would. */
export async function deliverSearches(messages: readonly object[], now: number): Promise<void> {
  const db = openDatabase(env.DB.withSession("first-primary"), noDatabaseUse());
  const tracking = createTrackingRepository(db);
  for (let from = 0; from < messages.length; from += 50) {
    const batch = {
      queue: "events",
      messages: messages.slice(from, from + 50).map((body, n) => ({
        id: `${from + n}`,
        body,
        attempts: 1,
        ack: () => {},
        retry: () => expect.fail("a message was not understood"),
      })),
    } as unknown as MessageBatch;
    await consumeEvents(batch, { tracking, now, log: () => {} });
  }
}

/** Counts as a night does what is not counted yet, `mostDays` dates of it. */
export async function countAll(now: number, mostDays = 100) {
  const db = openDatabase(env.DB.withSession("first-primary"), noDatabaseUse());
  const counts = createSearchCountRepository(db);
  return await countSearches({ counts, keptDays: 365, mostDays, now });
}
