import type { SearchType } from "../domain/search-history.ts";
import type { InteractionType, TrackingMessage } from "../domain/tracking.ts";
import type { Visitor } from "../domain/visitor.ts";
import { describeError, type Log } from "../platform/log.ts";
import type { EventQueue } from "../platform/queue.ts";
import type { RandomSource } from "../platform/random.ts";
import type { AddressHasher } from "./address-hash.ts";

/** The last search of somebody, to which a booking is ascribed. */
export interface LastSearch {
  eventId: string;
  searchedAt: number;
}

/** A search that happened, as the use-case knows it. */
export interface SearchFacts {
  eventId: string;
  normalizedQuery: string;
  searchType: SearchType;
  resultCount: number;
  services: string[];
  category: string | null;
}

export interface InteractionFacts {
  type: InteractionType;
  instructorId: string;
  position: number | null;
  elapsedMs: number | null;
}

/** Everything here goes to the queue after the answer has gone out, and never makes anything fail. */
export interface TrackingService {
  recordSearch(search: SearchFacts, visitor: Visitor): void;
  recordInteractions(eventId: string, interactions: InteractionFacts[], visitor: Visitor): void;
  recordBooking(instructorId: string, search: LastSearch): void;
}

export function createTrackingService({
  queue,
  hashAddress,
  random,
  log,
  now,
  defer,
}: {
  queue: EventQueue;
  hashAddress: AddressHasher;
  random: RandomSource;
  log: Log;
  now: number;
  /** Lets work finish after the answer has gone out. */
  defer: (work: Promise<unknown>) => void;
}): TrackingService {
  const send = (message: TrackingMessage | Promise<TrackingMessage>) => defer(queue.send(message));

  /** Without a salt the search is kept all the same, only without its address. */
  const tryToHash = async (ipAddress: string | null): Promise<string | null> => {
    if (ipAddress === null) return null;
    try {
      return await hashAddress(ipAddress);
    } catch (error) {
      log("salt_failed", describeError(error));
      return null;
    }
  };

  const toMessage = async (search: SearchFacts, visitor: Visitor): Promise<TrackingMessage> => {
    const { identity, device, country, region, city, borough, referrer } = visitor;
    return {
      kind: "search",
      event: {
        ...search,
        userId: "userId" in identity ? identity.userId : null,
        guestId: "guestId" in identity ? identity.guestId : null,
        device,
        country,
        region,
        city,
        borough,
        referrer,
        ipHash: await tryToHash(visitor.ipAddress),
        searchedAt: now,
      },
    };
  };

  return {
    recordSearch(search, visitor) {
      if (visitor.isPerson && visitor.mayBeMeasured) send(toMessage(search, visitor));
    },

    recordInteractions(searchEventId, interactions, visitor) {
      if (!visitor.isPerson || !visitor.mayBeMeasured || interactions.length === 0) return;
      const rows = interactions.map((one) => ({
        id: random.newId(),
        searchEventId,
        ...one,
        createdAt: now,
      }));
      send({ kind: "interactions", interactions: rows });
    },

    recordBooking(instructorId, { eventId, searchedAt }) {
      const row = {
        id: random.newId(),
        searchEventId: eventId,
        type: "book" as const,
        instructorId,
        position: null,
        elapsedMs: now - searchedAt,
        createdAt: now,
      };
      send({ kind: "interactions", interactions: [row] });
    },
  };
}
