import type { AccountTokenRepository } from "../../db/repositories/account-tokens.ts";
import { type Actor, assertSignedIn } from "../domain/actor.ts";
import { DomainError } from "../domain/errors.ts";
import { sha256Hex } from "../platform/hash.ts";
import type { RandomSource } from "../platform/random.ts";
import type { AddressHasher } from "./address-hash.ts";
import { type Client, clientSubject } from "./client.ts";
import type { RateLimiter } from "./rate-limits.ts";

export interface EmailVerificationService {
  /** Mails a link, unless the address is verified already. Throws `rate_limited`. */
  request(actor: Actor | null): Promise<void>;
  /** For whoever has the link, signed in or not; it works once. Throws `invalid_token`, `rate_limited`. */
  confirm(token: string, client: Client): Promise<void>;
}

export interface EmailVerificationDependencies {
  tokens: AccountTokenRepository;
  limiter: RateLimiter;
  hashAddress: AddressHasher;
  announceMail: () => void;
  random: RandomSource;
  now: number;
}

export function createEmailVerificationService({
  tokens,
  limiter,
  hashAddress,
  announceMail,
  random,
  now,
}: EmailVerificationDependencies): EmailVerificationService {
  return {
    async request(actor) {
      const { id: userId, isEmailVerified } = assertSignedIn(actor);
      if (isEmailVerified) return;
      await limiter.take({ limit: "verification-mail", subject: userId });
      const id = random.newId();
      await tokens.writeMail({ id, kind: "email_verification", to: { userId }, data: {} }, now);
      announceMail();
    },

    async confirm(token, client) {
      await limiter.take({ limit: "token", subject: await clientSubject(client, hashAddress) });
      const isVerified = await tokens.verifyEmail(await sha256Hex(token), now);
      if (!isVerified) throw new DomainError("invalid_token");
    },
  };
}
