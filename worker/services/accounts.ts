import type { AccountRepository } from "../../db/repositories/accounts.ts";
import type { NewSession } from "../../db/repositories/sessions.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import { toEmail } from "../domain/email-address.ts";
import { DomainError, invalidField } from "../domain/errors.ts";
import { findPasswordProblem } from "../domain/password-policy.ts";
import { sessionExpiresAt } from "../domain/session.ts";
import { sha256Hex } from "../platform/hash.ts";
import { describeError } from "../platform/log.ts";
import { hashPassword, NOBODYS_HASH, verifyPassword } from "../platform/password.ts";
import type { AddressHasher } from "./address-hash.ts";
import { type Client, clientSubject } from "./client.ts";
import type { DraftService } from "./drafts.ts";
import { type ActorFinderDependencies, createActorFinder } from "./find-actor.ts";
import type { RateLimiter } from "./rate-limits.ts";
import type { SearchHistoryService } from "./search-history.ts";

/** Longer user agents tell nothing more. */
const USER_AGENT_LENGTH = 300;

export interface Registration {
  email: string;
  password: string;
  firstName: string;
  lastName: string;
  timezone: string;
}

/** A person signed in, with the secret that goes into the cookie and nowhere else. */
export interface SignedIn {
  actor: Actor;
  sessionToken: string;
}

export interface ProfileChanges {
  firstName?: string;
  lastName?: string;
  timezone?: string;
}

export interface AccountService {
  /**
   * Makes a student, and mails them a link to verify the address. Throws `email_taken`,
   * `validation_failed` (the password is too short or common), `rate_limited`.
   */
  register(input: Registration, client: Client): Promise<SignedIn>;
  /**
   * Throws `invalid_credentials` for unknown, wrong and deactivated alike, in the same time, and
   * `rate_limited` also for the right password.
   */
  login(input: { email: string; password: string }, client: Client): Promise<SignedIn>;
  logout(sessionToken: string): Promise<void>;
  /**
   * Who holds this token now, with the effective permissions; null when nobody does. Replaces the
   * token where that is due.
   */
  findActor(sessionToken: string): Promise<Actor | null>;
  updateProfile(actor: Actor | null, changes: ProfileChanges): Promise<Actor>;
}

export interface AccountDependencies extends ActorFinderDependencies {
  accounts: AccountRepository;
  searchHistory: Pick<SearchHistoryService, "moveToUser">;
  drafts: Pick<DraftService, "moveToUser">;
  limiter: RateLimiter;
  hashAddress: AddressHasher;
  /** Does what a person wants done when they sign out. Never throws. */
  afterSignOut: (person: { id: string; clearsSearches: boolean }) => Promise<void>;
  /** Tells the sender, after the answer, that there is mail in the outbox. */
  announceMail: () => void;
}

export function createAccountService(dependencies: AccountDependencies): AccountService {
  const { accounts, sessions, searchHistory, drafts, limiter, hashAddress } = dependencies;
  const { afterSignOut, announceMail, random, log, now } = dependencies;
  const findActor = createActorFinder(dependencies);
  const newSession = async (userId: string, { userAgent }: Client) => {
    const sessionToken = random.newToken();
    const session: NewSession = {
      id: random.newId(),
      userId,
      tokenHash: await sha256Hex(sessionToken),
      userAgent: userAgent.slice(0, USER_AGENT_LENGTH),
      createdAt: now,
      expiresAt: sessionExpiresAt(now, now),
    };
    return { session, sessionToken };
  };
  /** The whole actor as the next request will see it. The session that came along ends. */
  const signedIn = async (
    sessionToken: string,
    userId: string,
    { sessionToken: previous, guestId }: Client,
  ): Promise<SignedIn> => {
    if (previous) await sessions.endByToken(await sha256Hex(previous), now);
    if (guestId) await keepGuestsWork(guestId, userId);
    const actor = await findActor(sessionToken);
    if (!actor) throw new DomainError("unauthenticated");
    return { actor, sessionToken };
  };

  /** Rule: what somebody did as a guest becomes theirs; failing at that fails no sign-in. */
  const keepGuestsWork = async (guestId: string, userId: string) => {
    const moved = await Promise.allSettled([
      searchHistory.moveToUser(guestId, userId),
      drafts.moveToUser(guestId, userId),
    ]);
    const events = ["searches_not_moved", "drafts_not_moved"] as const;
    for (const [index, event] of events.entries()) {
      const outcome = moved[index];
      if (outcome?.status === "rejected") log(event, describeError(outcome.reason));
    }
  };

  return {
    async register({ email, password, ...names }, client) {
      await limiter.take({ limit: "register", subject: await clientSubject(client, hashAddress) });
      const problem = findPasswordProblem(password);
      if (problem) throw invalidField("password", problem);
      const userId = random.newId();
      const { session, sessionToken } = await newSession(userId, client);
      const passwordHash = await hashPassword(password);
      const account = { id: userId, email: toEmail(email), passwordHash, ...names };
      const mail = {
        id: random.newId(),
        kind: "email_verification",
        to: { userId },
        data: {},
      } as const;
      const created = await accounts.createStudent({ ...account, status: "active" }, session, mail);
      if (!created) throw new DomainError("email_taken");
      announceMail();
      return await signedIn(sessionToken, userId, client);
    },

    async login({ email, password }, client) {
      await limiter.take(
        { limit: "sign-in", subject: await clientSubject(client, hashAddress) },
        { limit: "sign-in", subject: `account ${toEmail(email)}` },
      );
      const account = await accounts.findByEmail(toEmail(email));
      const matches = await verifyPassword(password, account?.passwordHash ?? NOBODYS_HASH);
      if (!account || !matches || account.status === "deactivated") {
        throw new DomainError("invalid_credentials");
      }
      const { session, sessionToken } = await newSession(account.id, client);
      const isCreated = await sessions.create(session, account.passwordHash);
      if (!isCreated) throw new DomainError("invalid_credentials");
      return await signedIn(sessionToken, account.id, client);
    },

    async logout(sessionToken) {
      const person = await sessions.endByToken(await sha256Hex(sessionToken), now);
      if (person) await afterSignOut({ ...person, id: person.userId });
    },

    findActor,

    async updateProfile(actor, changes) {
      const person = assertPermission(actor, "manage_own_profile");
      if (Object.keys(changes).length > 0) await accounts.updateProfile(person.id, changes, now);
      return { ...person, ...changes };
    },
  };
}
