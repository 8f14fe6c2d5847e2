import type { DraftRepository } from "../../db/repositories/drafts.ts";
import { type BookingDraft, DRAFT_KEPT_MS, EMPTY_DRAFT } from "../domain/booking-draft.ts";
import type { PublicInstructor } from "../domain/catalog.ts";
import { DomainError } from "../domain/errors.ts";
import type { Identity } from "../domain/search-history.ts";
import type { RandomSource } from "../platform/random.ts";

/** Whom a lesson is to be booked with, and what was chosen so far. */
export interface OpenBooking {
  instructor: PublicInstructor;
  draft: BookingDraft;
}

/** Unfinished bookings: they survive reloads, going back and signing in. */
export interface DraftService {
  /** What was chosen so far, which is nothing for somebody unknown. Throws `not_found`. */
  open(identity: Identity | null, instructorId: string): Promise<OpenBooking>;
  /** What was chosen before and is not among `choices` stays. Throws `not_found`. */
  save(
    identity: Identity,
    instructorId: string,
    choices: Partial<BookingDraft>,
  ): Promise<OpenBooking>;
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
    open: async (identity, instructorId) =>
      toOpenBooking(await drafts.load(identity, instructorId, now)),
    save: async (identity, instructorId, choices) =>
      toOpenBooking(
        await drafts.save(identity, {
          id: random.newId(),
          instructorId,
          choices,
          updatedAt: now,
          expiresAt: now + DRAFT_KEPT_MS,
        }),
      ),
    delete: (identity, instructorId) => drafts.delete(identity, instructorId),
    moveToUser: (guestId, userId) => drafts.moveToUser(guestId, userId),
  };
}

function toOpenBooking({
  instructor,
  draft,
}: Awaited<ReturnType<DraftRepository["load"]>>): OpenBooking {
  if (!instructor) throw new DomainError("not_found");
  return { instructor, draft: draft ?? EMPTY_DRAFT };
}
