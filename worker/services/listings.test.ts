import fc from "fast-check";
import { expect, test } from "vitest";
import type { ListingChanges, ListingRepository } from "../../db/repositories/listings.ts";
import { availabilityInputs } from "../../tests/availability-inputs.ts";
import type { Listing } from "../domain/search-match.ts";
import { applyChanges, createListingReader, createListingStore } from "./listings.ts";

const NOON = Date.UTC(2026, 11, 1, 12);
const DAY_MS = 86_400_000;

/** A listing of which only the years of experience say when it was read. */
function listingOf(id: string, yearsExperience = 0): Listing {
  return {
    profile: {
      id,
      displayName: id,
      bio: "",
      yearsExperience,
      timezone: "America/New_York",
      minimumNoticeHours: 0,
      bufferMinutes: 0,
      areas: [],
      offerings: [],
    },
    inputs: availabilityInputs(),
  };
}

/** What a database answers in which so many instructors changed, one after the other. */
function changesAfter(from: number, limit: number, count: number): ListingChanges {
  const changes = Array.from(
    { length: Math.max(0, Math.min(limit, count - from)) },
    (_, index) => ({
      seq: from + index + 1,
      instructorId: `i${from + index + 1}`,
    }),
  );
  const listings = changes.map(({ instructorId: id }) => [id, listingOf(id)] as const);
  return { changes, listings: new Map(listings) };
}

/** A database of 1,200 instructors whose answers wait until the test lets them go. */
function createSlowFeed() {
  const waiting: { from: number; answer: () => void }[] = [];
  const listings: ListingRepository = {
    loadChanges: (from, limit) =>
      new Promise((resolve) => {
        waiting.push({ from, answer: () => resolve(changesAfter(from, limit, 1200)) });
      }),
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  /** Lets the answer to what was asked from this number go out. */
  const answer = async (from: number) => {
    const index = waiting.findIndex((one) => one.from === from);
    waiting.splice(index, 1)[0]?.answer();
    await settle();
  };
  /** Lets everything go out, also what is asked because of it. */
  const answerAll = async () => {
    while (waiting.length > 0) await answer(waiting[0]?.from ?? 0);
  };
  return { listings, answer, answerAll, settle };
}

const noSnapshot = { find: async () => null, put: async () => {} };

test("whatever the order in which answers arrive, the newest of each instructor stays", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 30 }),
      fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }),
      (history, reads) => {
        const store = createListingStore();
        const newest = (length: number) =>
          new Map(history.slice(0, length).map((id, index) => [id, index + 1]));
        const lengths = reads.map((length) => Math.min(length, history.length));
        for (const length of lengths) {
          const changes = [...newest(length)]
            .map(([instructorId, seq]) => ({ instructorId, seq }))
            .sort((one, other) => one.seq - other.seq);
          const listings = changes.map(
            ({ instructorId, seq }) => [instructorId, listingOf(instructorId, seq)] as const,
          );
          applyChanges(store, { changes, listings: new Map(listings) });
        }
        const longest = Math.max(...lengths);
        const kept = [...store.entries].map(([id, { listing }]) => [
          id,
          listing?.profile.yearsExperience,
        ]);
        expect(new Map(kept as [string, number][])).toEqual(newest(longest));
        expect(store.seq).toBe(longest);
      },
    ),
    { seed: 1 },
  );
});

test("somebody who left does not come back with an older answer", () => {
  const store = createListingStore();
  const older = {
    changes: [{ seq: 3, instructorId: "a" }],
    listings: new Map([["a", listingOf("a")]]),
  };
  applyChanges(store, { changes: [{ seq: 7, instructorId: "a" }], listings: new Map() });
  applyChanges(store, older);
  expect(store.entries.get("a")).toEqual({ seq: 7, listing: null });
  expect(store.seq).toBe(7);
});

test("two first searches of an isolate at once both see everybody", async () => {
  const { listings, answer, answerAll, settle } = createSlowFeed();
  const store = createListingStore();
  const found = Promise.withResolvers<null>();
  const shared = { store, listings, now: NOON, defer: () => {} };
  const first = createListingReader({ ...shared, snapshots: noSnapshot }).list();
  const second = createListingReader({
    ...shared,
    snapshots: { ...noSnapshot, find: () => found.promise },
  }).list();
  await settle();
  await answer(0);
  // The second learns that there is no snapshot while the first has begun to load.
  found.resolve(null);
  await settle();
  await answer(500);
  await answer(1000);
  await answerAll();
  expect((await first).length).toBe(1200);
  expect((await second).length).toBe(1200);
});

test("a search from before midnight and one from after it both see everybody", async () => {
  const { listings, answer, answerAll, settle } = createSlowFeed();
  const shared = { store: createListingStore(), listings, snapshots: noSnapshot, defer: () => {} };
  const before = createListingReader({ ...shared, now: NOON }).list();
  await settle();
  await answer(0);
  const after = createListingReader({ ...shared, now: NOON + DAY_MS }).list();
  await settle();
  // Of the list as it was yesterday; today's is still empty.
  await answer(500);
  await answer(1000);
  await answerAll();
  expect((await before).length).toBe(1200);
  expect((await after).length).toBe(1200);
});
