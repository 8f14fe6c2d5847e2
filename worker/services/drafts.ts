import type { DraftRepository } from "../../db/repositories/drafts.ts";
import { type BookingDraft, DRAFT_KEPT_MS, EMPTY_DRAFT } from "../domain/booking-draft.ts";
import type { PublicInstructor } from "../domain/catalog.ts";
import { DomainError } from "../domain/errors.ts";
import type { Identity } from "../domain/search-history.ts";
import type { RandomSource } from "../platform/random.ts";

/** Unfinished bookings: they survive reloads, going back and signing in. */
export interface DraftService {
  /** The instructor and what was chosen so far, which is nothing for somebody unknown. Throws `not_found`. */
  open(
    identity: Identity | null,
    instructorId: string,
  ): Promise<{ instructor: PublicInstructor; draft: BookingDraft }>;
  /** What was chosen before and is not among `choices` stays. */
  save(identity: Identity, instructorId: string, choices: Partial<BookingDraft>): Promise<void>;
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
    async open(identity, instructorId) {
      const { instructor, draft } = await drafts.load(identity, instructorId, now);
      if (!instructor) throw new DomainError("not_found");
      return { instructor, draft: draft ?? EMPTY_DRAFT };
    },
    save: (identity, instructorId, choices) =>
      drafts.save(identity, {
        id: random.newId(),
        instructorId,
        choices,
        updatedAt: now,
        expiresAt: now + DRAFT_KEPT_MS,
      }),
    delete: (identity, instructorId) => drafts.delete(identity, instructorId),
    moveToUser: (guestId, userId) => drafts.moveToUser(guestId, userId),
  };
}
