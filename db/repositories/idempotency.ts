import { type SQL, sql } from "drizzle-orm";

/** The first answer given to a key, if there was one. */
export interface KeptAnswer {
  requestHash: string;
  answer: string;
  expiresAt: number;
}

export interface IdempotencyEntry extends KeptAnswer {
  actorId: string;
  key: string;
  createdAt: number;
}

/** Who used which key; null for a request without one. */
export type RequestKey = Pick<IdempotencyEntry, "actorId" | "key"> | null;

/** The answer that the key has, also one that has expired. */
export function keptQuery(key: RequestKey): SQL {
  return sql`SELECT request_hash AS requestHash, answer, expires_at AS expiresAt
    FROM idempotency_keys WHERE actor_id = ${key?.actorId ?? ""} AND key = ${key?.key ?? ""}`;
}

/** What `keptQuery` gives. */
export function toKept(result: D1Result | undefined): KeptAnswer | null {
  const [row] = (result?.results ?? []) as KeptAnswer[];
  return row ?? null;
}

/** Whether this is the first request with its key, as far as is still known; so is one without a key. */
export function isUnused(entry: IdempotencyEntry | null): SQL {
  if (!entry) return sql`1`;
  return sql`NOT EXISTS (SELECT 1 FROM idempotency_keys WHERE actor_id = ${entry.actorId}
    AND key = ${entry.key} AND expires_at > ${entry.createdAt})`;
}

/** Keeps an answer where `isDone` holds. Aborts the batch when the key has one that is still kept. */
export function keepStatements(entry: IdempotencyEntry, isDone: SQL): SQL[] {
  const { actorId, key, requestHash, answer, createdAt, expiresAt } = entry;
  return [
    sql`DELETE FROM idempotency_keys WHERE actor_id = ${actorId} AND key = ${key}
      AND expires_at <= ${createdAt}`,
    sql`INSERT INTO idempotency_keys
        (actor_id, key, request_hash, answer, created_at, expires_at)
      SELECT ${actorId}, ${key}, ${requestHash}, ${answer}, ${createdAt}, ${expiresAt}
      WHERE ${isDone}`,
  ];
}
