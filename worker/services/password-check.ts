import type { AccountRepository } from "../../db/repositories/accounts.ts";
import type { Actor } from "../domain/actor.ts";
import { type DomainError, invalidField } from "../domain/errors.ts";
import { WRONG_PASSWORD } from "../domain/password-policy.ts";
import { verifyPassword } from "../platform/password.ts";
import type { AddressHasher } from "./address-hash.ts";
import { type Client, clientSubject } from "./client.ts";
import type { RateLimiter } from "./rate-limits.ts";

export interface PasswordCheckDependencies {
  accounts: AccountRepository;
  limiter: RateLimiter;
  hashAddress: AddressHasher;
}

/**
 * The hash of the person's password, which is the one that they gave. Throws `rate_limited`, and
 * `validation_failed` at `path`.
 */
export async function checkPassword(
  { accounts, limiter, hashAddress }: PasswordCheckDependencies,
  {
    actor,
    password,
    path,
    client,
  }: { actor: Actor; password: string; path: string; client: Client },
): Promise<string> {
  await limiter.take(
    { limit: "password-check", subject: actor.id },
    { limit: "password-check", subject: await clientSubject(client, hashAddress) },
  );
  const hash = await accounts.findPasswordHash(actor.id);
  if (hash !== null && (await verifyPassword(password, hash))) return hash;
  throw wrongPassword(path);
}

export function wrongPassword(path: string): DomainError {
  return invalidField(path, WRONG_PASSWORD);
}
