import { type SQL, sql } from "drizzle-orm";
import type { AccountStatus } from "../../worker/domain/actor.ts";
import { replacedTokensEndAt } from "../../worker/domain/session.ts";
import { build, type Database } from "../client.ts";
import { sessions } from "../schema/index.ts";
import { type PersonRights, type RightRow, rightsQuery, toRights } from "./rights.ts";

const LISTED_AT_MOST = 100;

export interface NewSession {
  id: string;
  userId: string;
  tokenHash: string;
  userAgent: string;
  createdAt: number;
  expiresAt: number;
}

interface SessionRow {
  sessionId: string;
  createdAt: number;
  lastSeenAt: number;
  authenticatedAt: number;
  isRotationDue: number;
  userId: string;
  email: string;
  firstName: string;
  lastName: string;
  timezone: string;
  status: AccountStatus;
  emailVerifiedAt: number | null;
  measuringDeclinedAt: number | null;
  clearsSearches: number;
}

/** A live session with its person and what their roles and overrides say. */
export interface SessionRecord
  extends Omit<SessionRow, "isRotationDue" | "clearsSearches">,
    PersonRights {
  /** The next request with this token is to get another one. */
  isRotationDue: boolean;
  clearsSearches: boolean;
}

export interface ListedSession {
  id: string;
  userAgent: string;
  createdAt: number;
  lastSeenAt: number;
  expiresAt: number;
}

export type SessionRepository = ReturnType<typeof createSessionRepository>;

export function createSessionRepository(db: Database) {
  const changesOf = async (statement: SQL) => (await db.batch([statement]))[0]?.meta.changes ?? 0;

  return {
    /** For whoever gave this password; false when it was changed, or they were shut out, meanwhile. */
    async create(session: NewSession, passwordHash: string): Promise<boolean> {
      const { id, userId, tokenHash, userAgent, createdAt, expiresAt } = session;
      const changes = await changesOf(sql`INSERT INTO sessions (id, user_id, token_hash, user_agent,
          created_at, last_seen_at, expires_at, authenticated_at)
        SELECT ${id}, ${userId}, ${tokenHash}, ${userAgent}, ${createdAt}, ${createdAt},
          ${expiresAt}, ${createdAt}
        WHERE EXISTS (SELECT 1 FROM users WHERE id = ${userId} AND password_hash = ${passwordHash}
          AND status <> 'deactivated' AND erased_at IS NULL)`);
      return changes > 0;
    },

    /** One round trip; null when the token is unknown or expired, or its person may not sign in. */
    async find(tokenHash: string, now: number): Promise<SessionRecord | null> {
      const userId = sql`(SELECT user_id FROM sessions WHERE ${isHeldBy(tokenHash, now)})`;
      const [rows, rights] = await db.allOf<[SessionRow, RightRow]>([
        sql`SELECT s.id AS sessionId, s.created_at AS createdAt, s.last_seen_at AS lastSeenAt,
            s.authenticated_at AS authenticatedAt,
            s.is_rotation_due = 1 AND s.token_hash = ${tokenHash} AS isRotationDue,
            u.id AS userId, u.email, u.first_name AS firstName, u.last_name AS lastName,
            u.timezone, u.status, u.email_verified_at AS emailVerifiedAt,
            u.measuring_declined_at AS measuringDeclinedAt, u.clears_searches AS clearsSearches
          FROM sessions AS s JOIN users AS u ON u.id = s.user_id
          WHERE ${isHeldBy(tokenHash, now)} AND s.expires_at > ${now}
            AND u.status <> 'deactivated' AND u.erased_at IS NULL`,
        rightsQuery(userId),
      ]);
      const [row] = rows;
      return row ? toRecord(row, rights) : null;
    },

    async touch(id: string, lastSeenAt: number, expiresAt: number): Promise<void> {
      await db.batch([
        sql`UPDATE sessions SET last_seen_at = ${lastSeenAt}, expires_at = ${expiresAt}
          WHERE id = ${id}`,
      ]);
    },

    /** Replaces the token where that is due. Of two requests at once with it one gets true. */
    async rotate(tokenHash: string, newTokenHash: string, now: number): Promise<boolean> {
      const changes = await changesOf(sql`UPDATE sessions
        SET token_hash = ${newTokenHash}, previous_token_hash = token_hash, rotated_at = ${now},
          is_rotation_due = 0
        WHERE token_hash = ${tokenHash} AND is_rotation_due = 1`);
      return changes > 0;
    },

    /** Ends the session of this token, and says whose it was; null when it was nobody's. */
    async endByToken(
      tokenHash: string,
      now: number,
    ): Promise<{ userId: string; clearsSearches: boolean } | null> {
      const rows = await db.all<{ userId: string; clearsSearches: number }>(sql`DELETE FROM sessions
        WHERE ${isHeldBy(tokenHash, now)} AND expires_at > ${now}
        RETURNING user_id AS userId,
          (SELECT clears_searches FROM users WHERE id = user_id) AS clearsSearches`);
      const [row] = rows;
      return row ? { userId: row.userId, clearsSearches: row.clearsSearches === 1 } : null;
    },

    /** Newest first. */
    async list(userId: string, now: number): Promise<ListedSession[]> {
      return await db.all<ListedSession>(sql`SELECT id, user_agent AS userAgent,
          created_at AS createdAt, last_seen_at AS lastSeenAt, expires_at AS expiresAt
        FROM sessions WHERE user_id = ${userId} AND expires_at > ${now}
        ORDER BY created_at DESC, id DESC LIMIT ${LISTED_AT_MOST}`);
    },

    /** False when they have no such session. */
    async end(userId: string, id: string, now: number): Promise<boolean> {
      const isTheirs = sql`id = ${id} AND user_id = ${userId} AND expires_at > ${now}`;
      return (await changesOf(sql`DELETE FROM sessions WHERE ${isTheirs}`)) > 0;
    },

    /** How many there were. */
    async endOthers(userId: string, keptId: string): Promise<number> {
      return await changesOf(endSessionsOf(userId, sql`id <> ${keptId}`));
    },

    /** The password was given in this session just now. */
    async setAuthenticated(id: string, now: number): Promise<void> {
      await db.batch([sql`UPDATE sessions SET authenticated_at = ${now} WHERE id = ${id}`]);
    },
  };
}

export function insertSession(session: NewSession) {
  const { createdAt } = session;
  return build
    .insert(sessions)
    .values({ ...session, lastSeenAt: createdAt, authenticatedAt: createdAt });
}

/** Their next requests get another token, each session its own: for the batch that changes rights. */
export function rotateSessionsOf(userId: string, condition: SQL = sql`1`): SQL {
  return sql`UPDATE sessions SET is_rotation_due = 1 WHERE user_id = ${userId} AND ${condition}`;
}

/** They are signed out everywhere: for the batch that is the reason for it. */
export function endSessionsOf(userId: string, condition: SQL = sql`1`): SQL {
  return sql`DELETE FROM sessions WHERE user_id = ${userId} AND ${condition}`;
}

/** Whether a session has this token, or had it until a moment ago. */
function isHeldBy(tokenHash: string, now: number): SQL {
  return sql`(token_hash = ${tokenHash}
    OR (previous_token_hash = ${tokenHash} AND rotated_at > ${replacedTokensEndAt(now)}))`;
}

function toRecord(row: SessionRow, rights: RightRow[]): SessionRecord {
  return {
    ...row,
    isRotationDue: row.isRotationDue === 1,
    clearsSearches: row.clearsSearches === 1,
    ...toRights(rights),
  };
}
