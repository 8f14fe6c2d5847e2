import type { SessionRecord, SessionRepository } from "../../db/repositories/sessions.ts";
import type { Actor } from "../domain/actor.ts";
import { effectivePermissions } from "../domain/permission.ts";
import { isTouchDue, sessionExpiresAt } from "../domain/session.ts";
import { sha256Hex } from "../platform/hash.ts";
import { describeError, type Log } from "../platform/log.ts";
import type { RandomSource } from "../platform/random.ts";

export interface ActorFinderDependencies {
  sessions: SessionRepository;
  /** Sends the session's new token to its browser. */
  renewToken: (token: string) => void;
  /** The same over a connection of its own, for what nobody waits for. */
  primarySessions: Pick<SessionRepository, "touch">;
  /** Lets work finish after the answer has gone out. */
  defer: (work: Promise<unknown>) => void;
  random: RandomSource;
  log: Log;
  now: number;
}

/** Finds who holds a session's token, writes its use down and replaces it where that is due. */
export function createActorFinder(dependencies: ActorFinderDependencies) {
  const { sessions, renewToken, primarySessions, defer, random, log, now } = dependencies;
  /** Rule: a change of rights gives the session another token. Of requests at once one does it. */
  const rotate = async (tokenHash: string) => {
    const newToken = random.newToken();
    if (await sessions.rotate(tokenHash, await sha256Hex(newToken), now)) renewToken(newToken);
  };

  /** Nobody's answer hangs on it: the next request writes down what this one could not. */
  const touch = (sessionId: string, expiresAt: number) =>
    primarySessions
      .touch(sessionId, now, expiresAt)
      .catch((error) => log("session_not_touched", describeError(error)));

  return async (sessionToken: string): Promise<Actor | null> => {
    const tokenHash = await sha256Hex(sessionToken);
    const record = await sessions.find(tokenHash, now);
    if (!record) return null;
    if (record.isRotationDue) await rotate(tokenHash);
    if (isTouchDue(record.lastSeenAt, now)) {
      const expiresAt = sessionExpiresAt(record.createdAt, now);
      defer(touch(record.sessionId, expiresAt));
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
