import { eq, sql } from "drizzle-orm";
import type { AccountStatus } from "../../worker/domain/actor.ts";
import type { Permission, PermissionOverride, Role } from "../../worker/domain/permission.ts";
import { build, type Database } from "../client.ts";
import { isUniqueViolation } from "../errors.ts";
import { sessions, userRoles, users } from "../schema/index.ts";

export interface AccountRecord {
  id: string;
  email: string;
  passwordHash: string;
  firstName: string;
  lastName: string;
  timezone: string;
  status: AccountStatus;
}

export interface NewSession {
  id: string;
  userId: string;
  tokenHash: string;
  userAgent: string;
  createdAt: number;
  expiresAt: number;
}

/** A live session with its person and what their roles and overrides say. */
export interface SessionRecord {
  sessionId: string;
  createdAt: number;
  lastSeenAt: number;
  expiresAt: number;
  account: Omit<AccountRecord, "passwordHash">;
  roles: Role[];
  rolePermissions: Permission[];
  overrides: PermissionOverride[];
}

interface SessionRow {
  session_id: string;
  created_at: number;
  last_seen_at: number;
  expires_at: number;
  user_id: string;
  email: string;
  first_name: string;
  last_name: string;
  timezone: string;
  status: AccountStatus;
}

interface RightRow {
  kind: "role" | "permission" | "override";
  name: string;
  granted: number | null;
}

export type AccountRepository = ReturnType<typeof createAccountRepository>;

export function createAccountRepository(db: Database) {
  const insertSession = (session: NewSession) =>
    build
      .insert(sessions)
      .values({ ...session, lastSeenAt: session.createdAt, authenticatedAt: session.createdAt });

  return {
    async findByEmail(email: string): Promise<AccountRecord | null> {
      const rows = await db.all<AccountRecord>(sql`SELECT id, email, password_hash AS passwordHash,
          first_name AS firstName, last_name AS lastName, timezone, status
        FROM users WHERE email = ${email}`);
      return rows[0] ?? null;
    },

    /** The new person as a student with a first session, all or nothing; false when the e-mail is taken. */
    async createStudent(account: AccountRecord, session: NewSession): Promise<boolean> {
      const createdAt = session.createdAt;
      try {
        await db.batch([
          build.insert(users).values({ ...account, createdAt, updatedAt: createdAt }),
          build
            .insert(userRoles)
            .values({ userId: account.id, role: "student", grantedAt: createdAt }),
          insertSession(session),
        ]);
        return true;
      } catch (error) {
        if (isUniqueViolation(error, "users.email")) return false;
        throw error;
      }
    },

    async createSession(session: NewSession): Promise<void> {
      await db.batch([insertSession(session)]);
    },

    async deleteSession(tokenHash: string): Promise<void> {
      await db.batch([build.delete(sessions).where(eq(sessions.tokenHash, tokenHash))]);
    },

    async touchSession(sessionId: string, lastSeenAt: number, expiresAt: number): Promise<void> {
      await db.batch([
        build.update(sessions).set({ lastSeenAt, expiresAt }).where(eq(sessions.id, sessionId)),
      ]);
    },

    async updateProfile(
      userId: string,
      changes: { firstName?: string; lastName?: string; timezone?: string },
      updatedAt: number,
    ): Promise<void> {
      await db.batch([
        build
          .update(users)
          .set({ ...changes, updatedAt })
          .where(eq(users.id, userId)),
      ]);
    },

    /** One round trip; null when the token is unknown or expired. */
    async findSession(tokenHash: string, now: number): Promise<SessionRecord | null> {
      const userId = sql`(SELECT user_id FROM sessions WHERE token_hash = ${tokenHash})`;
      const [sessionRows, rights] = await db.allOf<[SessionRow, RightRow]>([
        sql`SELECT s.id AS session_id, s.created_at AS created_at,
            s.last_seen_at AS last_seen_at, s.expires_at AS expires_at, u.id AS user_id,
            u.email AS email, u.first_name AS first_name, u.last_name AS last_name,
            u.timezone AS timezone, u.status AS status
          FROM sessions AS s JOIN users AS u ON u.id = s.user_id
          WHERE s.token_hash = ${tokenHash} AND s.expires_at > ${now}`,
        sql`SELECT 'role' AS kind, role AS name, NULL AS granted
            FROM user_roles WHERE user_id = ${userId}
          UNION ALL
          SELECT 'permission', rp.permission, NULL FROM user_roles AS ur
            JOIN role_permissions AS rp ON rp.role = ur.role WHERE ur.user_id = ${userId}
          UNION ALL
          SELECT 'override', permission, granted FROM permission_overrides
            WHERE user_id = ${userId}`,
      ]);
      const [row] = sessionRows;
      return row ? toSession(row, rights) : null;
    },
  };
}

function toSession(row: SessionRow, rights: RightRow[]): SessionRecord {
  const named = (kind: RightRow["kind"]) => rights.filter((right) => right.kind === kind);
  return {
    sessionId: row.session_id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    account: {
      id: row.user_id,
      email: row.email,
      firstName: row.first_name,
      lastName: row.last_name,
      timezone: row.timezone,
      status: row.status,
    },
    roles: named("role").map(({ name }) => name as Role),
    rolePermissions: named("permission").map(({ name }) => name as Permission),
    overrides: named("override").map(({ name, granted }) => ({
      permission: name as Permission,
      granted: granted === 1,
    })),
  };
}
