import type { GenericSchema } from "valibot";
import type { ErrorCode } from "../../domain/errors.ts";
import type { LimitName } from "../../domain/rate-limit.ts";

/** JSON by a schema, text of a media type, or no body at all. */
type Answer = GenericSchema | string | null;

/** What a route does that its declaration does not say already. */
export interface OperationDoc {
  summary: string;
  answers: Partial<Record<200 | 201 | 202 | 204 | 304, Answer>>;
  /** Beside those that come with the route's access, query and body. */
  errors?: readonly ErrorCode[];
  headers?: readonly (keyof typeof REQUEST_HEADERS)[];
  /** Its answer tells the version of what it answers, for `If-Match`. */
  hasEtag?: boolean;
  limit?: LimitName;
  /** A good body. */
  example?: object;
}

/** By method and path, as in `GET /api/healthz`. */
export type OperationDocs = Record<string, OperationDoc>;

export const REQUEST_HEADERS = {
  "Idempotency-Key":
    "1 to 255 printable characters. The same request with the same key is done once, and answered again with what was done.",
  "If-Match": "The ETag that was read. 412 if it has changed since.",
  "If-None-Match": "The ETag that is known. 304 without a body while it stands.",
} as const;

/** Limits that are counted for each client or account before the work. */
export const LIMIT_WORDS: Record<LimitName, string> = {
  register: "10 an hour for each client",
  "sign-in": "5 a minute for each account and client",
  "password-reset-address": "3 an hour for each address, 10 for each client",
  "password-reset-client": "10 an hour for each client",
  token: "20 an hour for each client",
  "verification-mail": "3 an hour for each account",
  "password-check": "5 a minute for each account and client",
  booking: "20 a minute for each account",
  "availability-check": "30 a minute for each account",
  "public-reads": "100 a minute for each client, 600 for each API key",
  "public-reads-key": "600 a minute for each API key",
};
