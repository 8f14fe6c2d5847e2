import type { ListingChanges, ListingRepository } from "../../db/repositories/listings.ts";
import type { ServiceSupply } from "../domain/catalog.ts";
import { addDays, type LocalDate, localDateOf } from "../domain/local-time.ts";
import type { Listing } from "../domain/search-match.ts";
import type { SnapshotCache } from "../platform/snapshot-cache.ts";

/** Changes fetched in one round trip: far more than happen between two searches of one isolate. */
const CHANGES_PER_TRIP = 500;

/** Beyond this many changes a new snapshot saves the next isolate more than writing it costs. */
const WORTH_A_SNAPSHOT = 200;

/** How far ahead availability is held, in days. */
const COVERED_DAYS = 93;

/**
 * All listings as one isolate knows them. It starts from a snapshot in KV and follows the database's
 * feed of changes, one look per search: what a search costs does not grow with how many teach.
 */
export interface ListingStore {
  /** The last change that every listing here includes. */
  seq: number;
  /** UTC date the availability was loaded for; another day starts anew. Null before the first load. */
  loadedOn: LocalDate | null;
  entries: Map<string, StoredListing>;
  /** Who teaches what, as it was a while ago; null before somebody asked. */
  supply: { loadedAt: number; services: ServiceSupply[] } | null;
}

interface StoredListing {
  seq: number;
  /** Null for somebody who is not to be listed now. */
  listing: Listing | null;
}

/** A store as KV keeps it. */
export interface ListingSnapshot {
  seq: number;
  loadedOn: LocalDate;
  listings: { seq: number; listing: Listing }[];
}

export function createListingStore(): ListingStore {
  return { seq: 0, loadedOn: null, entries: new Map(), supply: null };
}

export interface ListingReader {
  /** Every listing that search may show, as of now. */
  list(): Promise<Listing[]>;
}

export function createListingReader({
  store,
  listings,
  snapshots,
  now,
  defer,
}: {
  store: ListingStore;
  listings: ListingRepository;
  snapshots: SnapshotCache<ListingSnapshot>;
  now: number;
  /** Lets work finish after the answer has gone out. */
  defer: (work: Promise<unknown>) => void;
}): ListingReader {
  const today = localDateOf(now, "UTC");
  const window = { from: addDays(today, -1), to: addDays(today, COVERED_DAYS) };

  const follow = async (): Promise<number> => {
    let followed = 0;
    for (;;) {
      const from = store.seq;
      const loaded = await listings.loadChanges(from, CHANGES_PER_TRIP, window);
      // Another search began the store anew meanwhile: what lies before these is not there yet.
      if (from > store.seq) continue;
      applyChanges(store, loaded);
      followed += loaded.changes.length;
      if (loaded.changes.length < CHANGES_PER_TRIP) return followed;
    }
  };

  const load = async () => {
    if (store.loadedOn !== today) {
      const snapshot = await snapshots.find();
      // Of two first searches at once, the second goes on from what the first has loaded.
      if (store.loadedOn !== today) {
        resetStore(store, snapshot?.loadedOn === today ? snapshot : null, today);
      }
    }
    if ((await follow()) >= WORTH_A_SNAPSHOT) defer(snapshots.put(toSnapshot(store, today)));
    return [...store.entries.values()].flatMap(({ listing }) => listing ?? []);
  };

  /** A request sees the listings as of one moment. */
  let loaded: Promise<Listing[]> | null = null;
  return {
    list() {
      loaded ??= load();
      return loaded;
    },
  };
}

/** Two searches of one isolate may load at once, and the older answer may come last: then it loses. */
export function applyChanges(store: ListingStore, { changes, listings }: ListingChanges): void {
  for (const { seq, instructorId } of changes) {
    const known = store.entries.get(instructorId);
    if (known && known.seq >= seq) continue;
    store.entries.set(instructorId, { seq, listing: listings.get(instructorId) ?? null });
  }
  store.seq = Math.max(store.seq, changes.at(-1)?.seq ?? 0);
}

function resetStore(store: ListingStore, snapshot: ListingSnapshot | null, today: LocalDate): void {
  store.entries = new Map(
    snapshot?.listings.map(({ seq, listing }) => [listing.profile.id, { seq, listing }]),
  );
  store.seq = snapshot?.seq ?? 0;
  store.loadedOn = today;
}

function toSnapshot({ seq, entries }: ListingStore, loadedOn: LocalDate): ListingSnapshot {
  const listings = [...entries.values()].flatMap(({ seq: changedAt, listing }) =>
    listing ? [{ seq: changedAt, listing }] : [],
  );
  return { seq, loadedOn, listings };
}
