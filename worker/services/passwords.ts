import type { AccountTokenRepository } from "../../db/repositories/account-tokens.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import { maskEmail, toEmail } from "../domain/email-address.ts";
import { DomainError, invalidField } from "../domain/errors.ts";
import { findPasswordProblem } from "../domain/password-policy.ts";
import { sha256Hex } from "../platform/hash.ts";
import { hashPassword } from "../platform/password.ts";
import type { RandomSource } from "../platform/random.ts";
import { type Client, clientSubject } from "./client.ts";
import { checkPassword, type PasswordCheckDependencies, wrongPassword } from "./password-check.ts";

export interface PasswordService {
  /**
   * Ends all other sessions, and gives this one another token. Throws `validation_failed` at
   * `current_password` or `new_password`, `rate_limited`.
   */
  change(
    actor: Actor | null,
    input: { currentPassword: string; newPassword: string },
    client: Client,
  ): Promise<void>;
  /** Does the same whether there is such an account: whoever sends the mail finds out. */
  requestReset(email: string, client: Client): Promise<void>;
  /** Throws `rate_limited`. */
  verifyResetToken(
    token: string,
    client: Client,
  ): Promise<{ valid: boolean; emailMasked: string | null }>;
  /**
   * Every session of the account ends. Throws `invalid_token`, `validation_failed` at `new_password`
   * (which does not use the token up), `rate_limited`.
   */
  confirmReset(token: string, newPassword: string, client: Client): Promise<void>;
}

export interface PasswordDependencies extends PasswordCheckDependencies {
  tokens: AccountTokenRepository;
  /** Sends the session's new token to its browser. */
  renewToken: (token: string) => void;
  announceMail: () => void;
  random: RandomSource;
  now: number;
}

export function createPasswordService(dependencies: PasswordDependencies): PasswordService {
  const { accounts, tokens, limiter, hashAddress, renewToken, announceMail, random, now } =
    dependencies;
  const takeToken = async (client: Client) =>
    limiter.take({ limit: "token", subject: await clientSubject(client, hashAddress) });
  const changedMail = (userId: string) =>
    ({ id: random.newId(), kind: "password_changed", to: { userId }, data: {} }) as const;

  return {
    async change(actor, { currentPassword, newPassword }, client) {
      const person = assertPermission(actor, "change_own_password");
      assertGoodPassword(newPassword);
      const check = { actor: person, password: currentPassword, path: "current_password", client };
      const oldHash = await checkPassword(dependencies, check);
      const { id: userId, sessionId } = person;
      const token = random.newToken();
      const [newHash, tokenHash] = await Promise.all([hashPassword(newPassword), sha256Hex(token)]);
      const change = { userId, sessionId, oldHash, newHash, tokenHash, now };
      // Somebody was first: what was given is not the password any more.
      if (!(await accounts.changePassword(change, changedMail(userId)))) {
        throw wrongPassword("current_password");
      }
      renewToken(token);
      announceMail();
    },

    async requestReset(email, client) {
      const address = toEmail(email);
      await limiter.take(
        { limit: "password-reset-address", subject: address },
        { limit: "password-reset-client", subject: await clientSubject(client, hashAddress) },
      );
      const id = random.newId();
      await tokens.writeMail({ id, kind: "password_reset", to: { address }, data: {} }, now);
      announceMail();
    },

    async verifyResetToken(token, client) {
      await takeToken(client);
      const holder = await tokens.findHolder("password_reset", await sha256Hex(token), now);
      return { valid: holder !== null, emailMasked: holder ? maskEmail(holder.email) : null };
    },

    async confirmReset(token, newPassword, client) {
      await takeToken(client);
      const tokenHash = await sha256Hex(token);
      const holder = await tokens.findHolder("password_reset", tokenHash, now);
      if (!holder) throw new DomainError("invalid_token");
      assertGoodPassword(newPassword);
      const { userId } = holder;
      const reset = { userId, tokenHash, passwordHash: await hashPassword(newPassword), now };
      if (!(await tokens.resetPassword(reset, changedMail(userId)))) {
        throw new DomainError("invalid_token");
      }
      announceMail();
    },
  };
}

function assertGoodPassword(password: string): void {
  const message = findPasswordProblem(password);
  if (message) throw invalidField("new_password", message);
}
