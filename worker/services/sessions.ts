import type { ListedSession, SessionRepository } from "../../db/repositories/sessions.ts";
import { type Actor, assertSignedIn } from "../domain/actor.ts";
import { DomainError } from "../domain/errors.ts";
import type { Client } from "./client.ts";
import { checkPassword, type PasswordCheckDependencies } from "./password-check.ts";

export interface SessionSummary extends ListedSession {
  /** The one that asks. */
  isCurrent: boolean;
}

/** The places where a person is signed in: their own only. */
export interface SessionService {
  /** Newest first, at most 100. */
  list(actor: Actor | null): Promise<SessionSummary[]>;
  /** Throws `not_found`, also for other people's. */
  end(actor: Actor | null, sessionId: string): Promise<void>;
  /** All but the one that asks; how many there were. */
  endOthers(actor: Actor | null): Promise<number>;
  /** Makes this session fresh. Throws `validation_failed` at `password`, `rate_limited`. */
  confirmPassword(actor: Actor | null, password: string, client: Client): Promise<void>;
}

export interface SessionDependencies extends PasswordCheckDependencies {
  sessions: SessionRepository;
  /** Does what a person wants done when they sign out. Never throws. */
  afterSignOut: (person: { id: string; clearsSearches: boolean }) => Promise<void>;
  now: number;
}

export function createSessionService(dependencies: SessionDependencies): SessionService {
  const { sessions, afterSignOut, now } = dependencies;
  return {
    async list(actor) {
      const { id, sessionId } = assertSignedIn(actor);
      const listed = await sessions.list(id, now);
      return listed.map((session) => ({ ...session, isCurrent: session.id === sessionId }));
    },

    async end(actor, sessionId) {
      const person = assertSignedIn(actor);
      const isEnded = await sessions.end(person.id, sessionId, now);
      if (!isEnded) throw new DomainError("not_found");
      if (sessionId === person.sessionId) await afterSignOut(person);
    },

    async endOthers(actor) {
      const { id, sessionId } = assertSignedIn(actor);
      return await sessions.endOthers(id, sessionId);
    },

    async confirmPassword(actor, password, client) {
      const person = assertSignedIn(actor);
      await checkPassword(dependencies, { actor: person, password, path: "password", client });
      await sessions.setAuthenticated(person.sessionId, now);
    },
  };
}
