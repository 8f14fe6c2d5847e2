import { sql } from "drizzle-orm";
import type {
  Announcement,
  AnnouncementDraft,
  Audience,
  ManagedAnnouncement,
} from "../../worker/domain/announcement.ts";
import type { Identity } from "../../worker/domain/search-history.ts";
import { build, type Database } from "../client.ts";
import { announcements } from "../schema/index.ts";

export type AnnouncementRepository = ReturnType<typeof createAnnouncementRepository>;

export function createAnnouncementRepository(db: Database) {
  const columns = sql`id, title, body, link_path AS linkPath, audience, priority,
    starts_at AS startsAt, ends_at AS endsAt, created_at AS createdAt, updated_at AS updatedAt`;
  return {
    /** The first one of now for these audiences that its reader has not dismissed; null for none. */
    async findCurrent(
      identity: Identity | null,
      audiences: readonly Audience[],
      now: number,
    ): Promise<Announcement | null> {
      const dismissed = identity
        ? sql`EXISTS (SELECT 1 FROM announcement_dismissals AS d WHERE d.announcement_id = a.id
            AND ${ownedBy(identity)} AND d.expires_at > ${now})`
        : sql`0`;
      const rows = await db.all<Announcement>(sql`SELECT id, title, body, link_path AS linkPath
        FROM announcements AS a
        WHERE ends_at > ${now} AND starts_at <= ${now}
          AND audience IN (SELECT value FROM json_each(${JSON.stringify(audiences)}))
          AND NOT ${dismissed}
        ORDER BY priority DESC, starts_at DESC, id LIMIT 1`);
      return rows[0] ?? null;
    },

    /** Again makes it last from then on. Nothing happens for one that does not exist. */
    async dismiss(
      identity: Identity,
      dismissal: { id: string; announcementId: string; expiresAt: number },
    ): Promise<void> {
      const { id, announcementId, expiresAt } = dismissal;
      const isUser = "userId" in identity;
      const [userId, guestId] = isUser ? [identity.userId, null] : [null, identity.guestId];
      const column = sql.raw(isUser ? "user_id" : "guest_id");
      await db.batch([
        sql`INSERT INTO announcement_dismissals (id, announcement_id, user_id, guest_id, expires_at)
          SELECT ${id}, id, ${userId}, ${guestId}, ${expiresAt}
          FROM announcements WHERE id = ${announcementId}
          ON CONFLICT (${column}, announcement_id) WHERE ${column} IS NOT NULL
          DO UPDATE SET expires_at = excluded.expires_at`,
      ]);
    },

    /** Those that end last first. */
    async list(limit: number, offset: number) {
      const [counts, items] = await db.allOf<[{ total: number }, ManagedAnnouncement]>([
        sql`SELECT count(*) AS total FROM announcements`,
        sql`SELECT ${columns} FROM announcements ORDER BY ends_at DESC, starts_at DESC, id
          LIMIT ${limit} OFFSET ${offset}`,
      ]);
      return { items, total: counts[0]?.total ?? 0 };
    },

    async find(id: string): Promise<ManagedAnnouncement | null> {
      const rows = await db.all<ManagedAnnouncement>(
        sql`SELECT ${columns} FROM announcements WHERE id = ${id}`,
      );
      return rows[0] ?? null;
    },

    async insert(
      draft: AnnouncementDraft & { id: string; createdBy: string; createdAt: number },
    ): Promise<void> {
      await db.batch([
        build.insert(announcements).values({ ...draft, updatedAt: draft.createdAt }),
      ]);
    },

    /** False when there is no such announcement. */
    async update(id: string, draft: AnnouncementDraft, updatedAt: number): Promise<boolean> {
      const { title, body, linkPath, audience, priority, startsAt, endsAt } = draft;
      const [result] = await db.batch([
        sql`UPDATE announcements SET title = ${title}, body = ${body}, link_path = ${linkPath},
            audience = ${audience}, priority = ${priority}, starts_at = ${startsAt},
            ends_at = ${endsAt}, updated_at = ${updatedAt}
          WHERE id = ${id}`,
      ]);
      return (result?.meta.changes ?? 0) > 0;
    },
  };
}

function ownedBy(identity: Identity) {
  return "userId" in identity
    ? sql`d.user_id = ${identity.userId}`
    : sql`d.guest_id = ${identity.guestId}`;
}
