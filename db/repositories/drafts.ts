import { type SQL, sql } from "drizzle-orm";
import { type BookingDraft, parseKeptDraft } from "../../worker/domain/booking-draft.ts";
import type { PublicInstructor } from "../../worker/domain/catalog.ts";
import type { Identity } from "../../worker/domain/search-history.ts";
import type { Database } from "../client.ts";
import { type ProfileRows, profileQueries, toProfiles } from "./profile-rows.ts";

export interface DraftRecord {
  id: string;
  instructorId: string;
  choices: Partial<BookingDraft>;
  updatedAt: number;
  expiresAt: number;
}

/** The instructor is null where the public finds none, the draft where none is kept. */
interface OpenDraft {
  instructor: PublicInstructor | null;
  draft: BookingDraft | null;
}

type OpenRows = [{ data: string }, ...ProfileRows];

export type DraftRepository = ReturnType<typeof createDraftRepository>;

export function createDraftRepository(db: Database) {
  return {
    /** One round trip. */
    async load(identity: Identity | null, instructorId: string, now: number): Promise<OpenDraft> {
      return toOpenDraft(await db.allOf<OpenRows>(openQueries(identity, instructorId, now)));
    },

    /**
     * One atomic upsert, and the draft as it is then, in one round trip: what was chosen before and is
     * not chosen anew stays, unless it has expired. Nothing is written for an instructor who does not
     * exist.
     */
    async save(identity: Identity, record: DraftRecord): Promise<OpenDraft> {
      const { id, instructorId, choices, updatedAt, expiresAt } = record;
      const [userId, guestId] =
        "userId" in identity ? [identity.userId, null] : [null, identity.guestId];
      const column = sql.raw("userId" in identity ? "user_id" : "guest_id");
      const [, ...rows] = await db.allOf<[never, ...OpenRows]>([
        sql`INSERT INTO booking_drafts
            (id, user_id, guest_id, instructor_id, data, updated_at, expires_at)
          SELECT ${id}, ${userId}, ${guestId}, id, ${JSON.stringify(choices)}, ${updatedAt},
            ${expiresAt}
          FROM instructors WHERE id = ${instructorId}
          ON CONFLICT (${column}, instructor_id) WHERE ${column} IS NOT NULL DO UPDATE SET
            data = CASE WHEN booking_drafts.expires_at > ${updatedAt}
              THEN json_patch(booking_drafts.data, excluded.data) ELSE excluded.data END,
            updated_at = excluded.updated_at, expires_at = excluded.expires_at`,
        ...openQueries(identity, instructorId, updatedAt),
      ]);
      return toOpenDraft(rows);
    },

    async delete(identity: Identity, instructorId: string): Promise<void> {
      await db.batch([
        sql`DELETE FROM booking_drafts
          WHERE ${owned(identity)} AND instructor_id = ${instructorId}`,
      ]);
    },

    /** A guest's drafts become the account's; of two for one instructor the newer stays. */
    async moveToUser(guestId: string, userId: string): Promise<void> {
      await db.batch([
        sql`DELETE FROM booking_drafts WHERE user_id = ${userId} AND EXISTS (
          SELECT 1 FROM booking_drafts AS g WHERE g.guest_id = ${guestId}
            AND g.instructor_id = booking_drafts.instructor_id
            AND g.updated_at >= booking_drafts.updated_at)`,
        sql`UPDATE OR IGNORE booking_drafts SET user_id = ${userId}, guest_id = NULL
          WHERE guest_id = ${guestId}`,
        sql`DELETE FROM booking_drafts WHERE guest_id = ${guestId}`,
      ]);
    },
  };
}

function openQueries(
  identity: Identity | null,
  instructorId: string,
  now: number,
): [SQL, SQL, SQL, SQL] {
  return [
    sql`SELECT data FROM booking_drafts WHERE ${identity ? owned(identity) : sql`0`}
      AND instructor_id = ${instructorId} AND expires_at > ${now}`,
    ...profileQueries(sql`(${instructorId})`),
  ];
}

function toOpenDraft([kept, ...profiles]: [
  { data: string }[],
  ...Parameters<typeof toProfiles>,
]): OpenDraft {
  return {
    instructor: toProfiles(...profiles)[0] ?? null,
    draft: kept[0] ? parseKeptDraft(kept[0].data) : null,
  };
}

function owned(identity: Identity): SQL {
  return "userId" in identity
    ? sql`user_id = ${identity.userId}`
    : sql`guest_id = ${identity.guestId}`;
}
