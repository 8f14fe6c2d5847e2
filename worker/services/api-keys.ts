import type { ApiKeyRepository, KeyRecord } from "../../db/repositories/api-keys.ts";
import { type Actor, assertSignedIn } from "../domain/actor.ts";
import {
  API_KEY_PREFIX,
  API_KEYS_AT_MOST,
  type ApiKey,
  type ApiScope,
  apiKeyExpiresAt,
  isUseNoted,
  keyPermissions,
} from "../domain/api-key.ts";
import { DomainError } from "../domain/errors.ts";
import { effectivePermissions } from "../domain/permission.ts";
import { sha256Hex } from "../platform/hash.ts";
import { describeError, type Log } from "../platform/log.ts";
import type { RandomSource } from "../platform/random.ts";

const HINT_LENGTH = 4;

export interface ApiKeyRequest {
  name: string;
  scopes: ApiScope[];
  /** Until it expires. */
  days: number;
}

export interface ApiKeyService {
  /** Newest first. */
  list(actor: Actor | null): Promise<ApiKey[]>;
  /** The key itself is told here and never again. Throws `limit_reached`. */
  create(actor: Actor | null, request: ApiKeyRequest): Promise<ApiKey & { key: string }>;
  /** It stops working at once. Throws `not_found` also for somebody else's. */
  revoke(actor: Actor | null, id: string): Promise<void>;
  /** The key that a request shows. Throws `unauthenticated`, or `forbidden` without the scope. */
  assertKey(key: string, scope: ApiScope): Promise<KeyRecord>;
  /** Whoever asks with the key: its owner, with what the scope is for. */
  toActor(record: KeyRecord, scope: ApiScope): Promise<Actor>;
}

export function createApiKeyService({
  keys,
  primary,
  random,
  log,
  now,
  defer,
}: {
  keys: ApiKeyRepository;
  /** Never a copy of the database: what was just made works, and what was revoked does not. */
  primary: ApiKeyRepository;
  random: RandomSource;
  log: Log;
  now: number;
  defer: (work: Promise<unknown>) => void;
}): ApiKeyService {
  /** Failing to note a use is no reason to refuse it. */
  const noteUse = async (id: string) => {
    try {
      await primary.touch(id, now);
    } catch (error) {
      log("key_use_not_noted", describeError(error));
    }
  };

  return {
    list: async (actor) => await keys.list(assertSignedIn(actor).id),

    async create(actor, { name, scopes, days }) {
      const { id: userId } = assertSignedIn(actor);
      const key = API_KEY_PREFIX + random.newToken();
      const made: ApiKey = {
        id: random.newId(),
        name,
        scopes: [...new Set(scopes)],
        hint: key.slice(-HINT_LENGTH),
        createdAt: now,
        expiresAt: apiKeyExpiresAt(now, days),
        lastUsedAt: null,
      };
      const row = { ...made, userId, keyHash: await sha256Hex(key) };
      if (!(await keys.insert(row, API_KEYS_AT_MOST))) throw new DomainError("limit_reached");
      return { ...made, key };
    },

    async revoke(actor, id) {
      if (!(await keys.delete(assertSignedIn(actor).id, id))) throw new DomainError("not_found");
    },

    async assertKey(key, scope) {
      const record = key.startsWith(API_KEY_PREFIX)
        ? await primary.find(await sha256Hex(key), now)
        : null;
      if (!record) throw invalidKey();
      if (!record.scopes.includes(scope)) throw insufficientScope(scope);
      if (!isUseNoted(record.lastUsedAt, now)) defer(noteUse(record.id));
      return record;
    },

    async toActor(record, scope) {
      const { roles, rolePermissions, overrides } = await keys.loadRights(record.userId);
      const held = effectivePermissions(rolePermissions, overrides, record.status);
      return {
        id: record.userId,
        email: record.email,
        firstName: record.firstName,
        lastName: record.lastName,
        timezone: record.timezone,
        status: record.status,
        roles,
        permissions: keyPermissions(scope, held),
        // There is no session, and no password was given for it.
        sessionId: "",
        authenticatedAt: 0,
        isEmailVerified: record.emailVerifiedAt !== null,
        isMeasuringDeclined: true,
        clearsSearches: false,
      };
    },
  };
}

function invalidKey(): DomainError {
  return new DomainError("unauthenticated", {
    detail: "This API key is unknown, was revoked or has expired.",
    challenge: 'Bearer error="invalid_token"',
  });
}

function insufficientScope(scope: ApiScope): DomainError {
  return new DomainError("forbidden", {
    detail: `This API key has no scope "${scope}".`,
    challenge: `Bearer error="insufficient_scope", scope="${scope}"`,
  });
}
