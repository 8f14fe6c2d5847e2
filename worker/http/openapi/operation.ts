import type { GenericSchema } from "valibot";
import type { ErrorCode } from "../../domain/errors.ts";
import { type LimitName, RATE_LIMITS } from "../../domain/rate-limit.ts";

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
  /** Its answer tells the address of what was made. */
  hasLocation?: boolean;
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

export function tellsEtag({ hasEtag, headers }: OperationDoc): boolean {
  return Boolean(hasEtag || headers?.includes("If-None-Match"));
}

/** A header of an answer, as the document describes it. */
export function toHeader(description: string) {
  return { description, schema: { type: "string" } } as const;
}

/** Such as "20 a minute". */
function howOften(name: LimitName): string {
  const { quota, windowMs } = RATE_LIMITS[name];
  return `${quota} ${windowMs === 3_600_000 ? "an hour" : "a minute"}`;
}

/** Limits that are counted for each client or account before the work. */
export const LIMIT_WORDS: Record<LimitName, string> = {
  register: `${howOften("register")} for each client`,
  "sign-in": `${howOften("sign-in")} for each account and client`,
  "password-reset-address": `${howOften("password-reset-address")} for each address, ${RATE_LIMITS["password-reset-client"].quota} for each client`,
  "password-reset-client": `${howOften("password-reset-client")} for each client`,
  token: `${howOften("token")} for each client`,
  "verification-mail": `${howOften("verification-mail")} for each account`,
  "password-check": `${howOften("password-check")} for each account and client`,
  booking: `${howOften("booking")} for each account`,
  "availability-check": `${howOften("availability-check")} for each account`,
  "public-reads": `${howOften("public-reads")} for each client, ${RATE_LIMITS["public-reads-key"].quota} for each API key`,
  "public-reads-key": `${howOften("public-reads-key")} for each API key`,
};
