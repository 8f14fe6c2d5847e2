import type { Context } from "hono";
import type { BookingDraft } from "../domain/booking-draft.ts";
import { describeError, type Log } from "../platform/log.ts";
import type { RandomSource } from "../platform/random.ts";
import type { OpenBooking } from "../services/drafts.ts";
import type { AppEnv } from "./context.ts";
import { findIdentity, getVisitor, isPrefetch } from "./visitor.ts";

/** The unfinished bookings of whoever sent this request. */
export interface PageDrafts {
  /** Throws `not_found`. */
  open(instructorId: string): Promise<OpenBooking>;
  /**
   * Keeps these choices beside the ones before; with values for Set-Cookie. A page that is fetched
   * ahead chooses nothing. Throws `not_found`.
   */
  save(
    instructorId: string,
    choices: Partial<BookingDraft>,
  ): Promise<OpenBooking & { cookies: string[] }>;
  /** Once it is booked. Never throws: a draft left over must not look like a booking that failed. */
  delete(instructorId: string): Promise<void>;
}

export function createPageDrafts(c: Context<AppEnv>, random: RandomSource, log: Log): PageDrafts {
  const { drafts } = c.var.services;
  return {
    open: async (instructorId) => drafts.open(await findIdentity(c), instructorId),

    async save(instructorId, choices) {
      if (isPrefetch(c)) {
        return { ...(await drafts.open(await findIdentity(c), instructorId)), cookies: [] };
      }
      const { visitor, cookies } = await getVisitor(c, random);
      return { ...(await drafts.save(visitor.identity, instructorId, choices)), cookies };
    },

    async delete(instructorId) {
      try {
        const identity = await findIdentity(c);
        if (identity) await drafts.delete(identity, instructorId);
      } catch (error) {
        log("draft_not_deleted", describeError(error));
      }
    },
  };
}
