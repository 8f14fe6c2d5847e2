import type { SessionRecord, SessionRepository } from "../../db/repositories/sessions.ts";
import type { Actor } from "../domain/actor.ts";
import { effectivePermissions } from "../domain/permission.ts";
import { isTouchDue, sessionExpiresAt } from "../domain/session.ts";
import { sha256Hex } from "../platform/hash.ts";
import type { RandomSource } from "../platform/random.ts";

export interface ActorFinderDependencies {
  sessions: SessionRepository;
  /** Sends the session's new token to its browser. */
  renewToken: (token: string) => void;
  random: RandomSource;
  now: number;
}

/** Finds who holds a session's token, writes its use down and replaces it where that is due. */
export function createActorFinder({ sessions, renewToken, random, now }: ActorFinderDependencies) {
  /** Rule: a change of rights gives the session another token. Of requests at once one does it. */
  const rotate = async (tokenHash: string) => {
    const newToken = random.newToken();
    if (await sessions.rotate(tokenHash, await sha256Hex(newToken), now)) renewToken(newToken);
  };

  return async (sessionToken: string): Promise<Actor | null> => {
    const tokenHash = await sha256Hex(sessionToken);
    const record = await sessions.find(tokenHash, now);
    if (!record) return null;
    if (record.isRotationDue) await rotate(tokenHash);
    if (isTouchDue(record.lastSeenAt, now)) {
      const expiresAt = sessionExpiresAt(record.createdAt, now);
      await sessions.touch(record.sessionId, now, expiresAt);
    }
    return toActor(record);
  };
}

function toActor(record: SessionRecord): Actor {
  const { rolePermissions, overrides, status } = record;
  return {
    id: record.userId,
    email: record.email,
    firstName: record.firstName,
    lastName: record.lastName,
    timezone: record.timezone,
    status,
    roles: record.roles,
    permissions: [...effectivePermissions(rolePermissions, overrides, status)],
    sessionId: record.sessionId,
    authenticatedAt: record.authenticatedAt,
    isEmailVerified: record.emailVerifiedAt !== null,
    isMeasuringDeclined: record.measuringDeclinedAt !== null,
    clearsSearches: record.clearsSearches,
  };
}
