import type { DraftRepository } from "../../db/repositories/drafts.ts";
import { type BookingDraft, DRAFT_KEPT_MS } from "../domain/booking-draft.ts";
import type { Identity } from "../domain/search-history.ts";
import type { RandomSource } from "../platform/random.ts";

/** Unfinished bookings: they survive reloads, going back and signing in. */
export interface DraftService {
  find(identity: Identity, instructorId: string): Promise<BookingDraft | null>;
  save(identity: Identity, instructorId: string, draft: BookingDraft): Promise<void>;
  delete(identity: Identity, instructorId: string): Promise<void>;
  /** Makes a guest's drafts the account's. Doing it twice moves nothing. */
  moveToUser(guestId: string, userId: string): Promise<void>;
}

export function createDraftService({
  drafts,
  random,
  now,
}: {
  drafts: DraftRepository;
  random: RandomSource;
  now: number;
}): DraftService {
  return {
    find: (identity, instructorId) => drafts.find(identity, instructorId, now),
    save: (identity, instructorId, draft) =>
      drafts.save(identity, {
        id: random.newId(),
        instructorId,
        draft,
        updatedAt: now,
        expiresAt: now + DRAFT_KEPT_MS,
      }),
    delete: (identity, instructorId) => drafts.delete(identity, instructorId),
    moveToUser: (guestId, userId) => drafts.moveToUser(guestId, userId),
  };
}
