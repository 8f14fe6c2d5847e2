import type { ContentfulStatusCode } from "hono/utils/http-status";
import { DomainError, type ErrorCode, type FieldError, type LimitState } from "../domain/errors.ts";
import { toRfc3339 } from "../domain/local-time.ts";

/** How a code is answered; `field` is the one that is to blame, unless the refusal names another. */
interface ProblemKind {
  status: ContentfulStatusCode;
  title: string;
  field?: string;
}

/** The one table from code to status and sentence. */
const PROBLEMS: Record<ErrorCode, ProblemKind> = {
  already_instructor: { status: 409, title: "You teach here already." },
  csrf: { status: 403, title: "The request came from another site." },
  email_taken: {
    status: 409,
    title: "There is an account with this e-mail address. Sign in instead.",
  },
  empty_query: { status: 400, title: "Say what you are looking for, or set a filter." },
  forbidden: { status: 403, title: "You may not do this." },
  fresh_sign_in_required: {
    status: 403,
    title: "Give your password again: this needs a sign-in of the last ten minutes.",
  },
  future_bookings: {
    status: 409,
    title: "There are lessons ahead. Cancel them or wait until they are over.",
  },
  idempotency_mismatch: {
    status: 422,
    title: "This Idempotency-Key was used for another request.",
    field: "Idempotency-Key",
  },
  instructor_unavailable: {
    status: 422,
    title: "This instructor takes no bookings at the moment.",
    field: "instructor_id",
  },
  insufficient_notice: {
    status: 422,
    title: "The instructor needs more notice than that.",
    field: "start_time",
  },
  internal_error: { status: 500, title: "Something went wrong on our side." },
  invalid_credentials: { status: 401, title: "The e-mail address or the password is wrong." },
  invalid_duration: {
    status: 422,
    title: "The instructor does not offer this duration.",
    field: "duration_minutes",
  },
  invalid_location: {
    status: 422,
    title: "The instructor does not offer this kind of location.",
    field: "location_type",
  },
  invalid_parameter: { status: 400, title: "A parameter of the request is not valid." },
  invalid_range: { status: 400, title: "This range of dates cannot be answered." },
  invalid_start: {
    status: 422,
    title: "A lesson starts in the future, on a quarter of an hour that exists.",
    field: "start_time",
  },
  invalid_state: { status: 409, title: "The lesson is not in a state in which this can be done." },
  invalid_token: {
    status: 422,
    title: "This link is not valid any more. Ask for a new one.",
    field: "token",
  },
  last_admin: {
    status: 409,
    title: "Somebody has to be able to manage roles: this was the last one.",
  },
  limit_reached: {
    status: 409,
    title: "There are as many of these as there can be. Remove one first.",
  },
  malformed_json: { status: 400, title: "The body is not valid JSON." },
  method_not_allowed: { status: 405, title: "This address does not answer to this method." },
  not_found: { status: 404, title: "There is nothing here." },
  outside_availability: {
    status: 422,
    title: "The instructor does not teach at that time.",
    field: "start_time",
  },
  payload_too_large: { status: 413, title: "The body is larger than 64 KiB." },
  precondition_failed: {
    status: 412,
    title: "It has been changed by somebody else since you read it.",
  },
  query_too_long: { status: 400, title: "A search has 200 characters at most." },
  rate_limited: { status: 429, title: "That was too often. Wait a little before you try again." },
  self_booking: {
    status: 422,
    title: "You cannot book a lesson with yourself.",
    field: "instructor_id",
  },
  service_offered: { status: 409, title: "You offer this service already." },
  slot_taken: { status: 409, title: "That time has just been taken." },
  student_conflict: { status: 409, title: "You have another lesson at that time." },
  too_early: { status: 422, title: "It is too early for this." },
  too_late: { status: 422, title: "It is too late for this." },
  unauthenticated: { status: 401, title: "Sign in first." },
  unknown_parameter: { status: 400, title: "The request has a parameter that is not known here." },
  unsupported_media_type: { status: 415, title: "Send the body as application/json." },
  validation_failed: { status: 422, title: "Some fields need another value." },
};

/** An error as RFC 9457 problem JSON. Never a stack, SQL, or an echo of the input. */
export function toProblemResponse(error: unknown, requestId: string): Response {
  const known = error instanceof DomainError ? error : new DomainError("internal_error");
  const { status, title } = PROBLEMS[known.code];
  const { detail, alternatives, challenge, limit } = known.details;
  const errors = fieldErrors(known);
  const body = {
    type: `urn:instainstru:problem:${known.code}`,
    title,
    status,
    detail: detail ?? title,
    code: known.code,
    request_id: requestId,
    ...(errors && { errors }),
    ...(alternatives && { alternatives: alternatives.map(toRfc3339) }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json",
      ...(challenge && { "WWW-Authenticate": challenge }),
      ...(limit && { ...limitHeaders(limit), "Retry-After": String(limit.resetSeconds) }),
    },
  });
}

/** Rule: a 422 says which fields it is about; the path is empty where it is none of them. */
function fieldErrors({ code, details }: DomainError): FieldError[] | undefined {
  const { status, title, field } = PROBLEMS[code];
  if (details.errors || status !== 422) return details.errors;
  return [{ path: details.field ?? field ?? "", message: details.detail ?? title }];
}

/** What is left of a limit, as the fields `RateLimit` and `RateLimit-Policy` tell it. */
export function limitHeaders(limit: LimitState): Record<string, string> {
  const { name, quota, windowSeconds, remaining, resetSeconds } = limit;
  return {
    RateLimit: `"${name}";r=${remaining};t=${resetSeconds}`,
    "RateLimit-Policy": `"${name}";q=${quota};w=${windowSeconds}`,
  };
}

/** The sentence for a code, where a refusal is told inside another answer. */
export function titleOf(code: ErrorCode): string {
  return PROBLEMS[code].title;
}
