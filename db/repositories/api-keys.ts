import { sql } from "drizzle-orm";
import type { AccountStatus } from "../../worker/domain/actor.ts";
import type { ApiKey, ApiScope } from "../../worker/domain/api-key.ts";
import type { Database } from "../client.ts";
import { type PersonRights, type RightRow, rightsQuery, toRights } from "./rights.ts";

/** A key that works, and whose it is. */
export interface KeyRecord {
  id: string;
  scopes: ApiScope[];
  lastUsedAt: number | null;
  userId: string;
  email: string;
  firstName: string;
  lastName: string;
  timezone: string;
  status: AccountStatus;
  emailVerifiedAt: number | null;
}

interface KeyRow extends Omit<KeyRecord, "scopes"> {
  scopes: string;
}

export interface NewApiKey extends ApiKey {
  userId: string;
  keyHash: string;
}

export type ApiKeyRepository = ReturnType<typeof createApiKeyRepository>;

export function createApiKeyRepository(db: Database) {
  return {
    /** Also those that have expired, until they are removed. Newest first. */
    async list(userId: string): Promise<ApiKey[]> {
      const rows = await db.all<Omit<ApiKey, "scopes"> & { scopes: string }>(
        sql`SELECT id, name, scopes, hint, created_at AS createdAt, expires_at AS expiresAt,
            last_used_at AS lastUsedAt
          FROM api_keys WHERE user_id = ${userId} ORDER BY created_at DESC, id DESC`,
      );
      return rows.map((row) => ({ ...row, scopes: JSON.parse(row.scopes) }));
    },

    /** False, and nothing is written, where the person has `atMost` that work, or is erased. */
    async insert(key: NewApiKey, atMost: number): Promise<boolean> {
      const { createdAt, userId } = key;
      const [written] = await db.batch([
        sql`INSERT INTO api_keys (id, user_id, name, key_hash, hint, scopes, created_at, expires_at)
          SELECT ${key.id}, ${userId}, ${key.name}, ${key.keyHash}, ${key.hint},
            ${JSON.stringify(key.scopes)}, ${createdAt}, ${key.expiresAt}
          WHERE (SELECT count(*) FROM api_keys
            WHERE user_id = ${userId} AND expires_at > ${createdAt}) < ${atMost}`,
      ]);
      return (written?.meta.changes ?? 0) > 0;
    },

    /** False when they have no such key. */
    async delete(userId: string, id: string): Promise<boolean> {
      const [deleted] = await db.batch([
        sql`DELETE FROM api_keys WHERE id = ${id} AND user_id = ${userId}`,
      ]);
      return (deleted?.meta.changes ?? 0) > 0;
    },

    /** Null when nobody has this key, it has expired, or its owner may not sign in. */
    async find(keyHash: string, now: number): Promise<KeyRecord | null> {
      const [row] = await db.all<KeyRow>(sql`SELECT k.id, k.scopes, k.last_used_at AS lastUsedAt,
          u.id AS userId, u.email, u.first_name AS firstName, u.last_name AS lastName,
          u.timezone, u.status, u.email_verified_at AS emailVerifiedAt
        FROM api_keys AS k JOIN users AS u ON u.id = k.user_id
        WHERE k.key_hash = ${keyHash} AND k.expires_at > ${now}
          AND u.status <> 'deactivated' AND u.erased_at IS NULL`);
      return row ? { ...row, scopes: JSON.parse(row.scopes) } : null;
    },

    async loadRights(userId: string): Promise<PersonRights> {
      return toRights(await db.all<RightRow>(rightsQuery(sql`${userId}`)));
    },

    async touch(id: string, now: number): Promise<void> {
      await db.batch([sql`UPDATE api_keys SET last_used_at = ${now} WHERE id = ${id}`]);
    },
  };
}
