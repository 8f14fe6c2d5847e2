/** Every expected refusal of the product. The list is closed; statuses live in `http/problem.ts`. */
export const ERROR_CODES = [
  "already_instructor",
  "csrf",
  "email_taken",
  "empty_query",
  "forbidden",
  "fresh_sign_in_required",
  "future_bookings",
  "idempotency_mismatch",
  "instructor_unavailable",
  "insufficient_notice",
  "internal_error",
  "invalid_credentials",
  "invalid_duration",
  "invalid_location",
  "invalid_parameter",
  "invalid_range",
  "invalid_start",
  "invalid_state",
  "invalid_token",
  "last_admin",
  "limit_reached",
  "malformed_json",
  "method_not_allowed",
  "not_found",
  "outside_availability",
  "payload_too_large",
  "precondition_failed",
  "query_too_long",
  "rate_limited",
  "self_booking",
  "service_offered",
  "slot_taken",
  "student_conflict",
  "too_early",
  "too_late",
  "unauthenticated",
  "unknown_parameter",
  "unsupported_media_type",
  "validation_failed",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One thing wrong with one field; `path` is the JSON name, dotted for nested fields. */
export interface FieldError {
  path: string;
  message: string;
}

/** A limit with what is left of it. */
export interface LimitState {
  name: string;
  quota: number;
  windowSeconds: number;
  remaining: number;
  /** Until the window ends. */
  resetSeconds: number;
}

/** Facts that travel with a refusal, beside its code and sentence. */
export interface ErrorDetails {
  /** A sentence for the person who asked; each code has a default one. */
  detail?: string;
  errors?: FieldError[];
  /** The JSON name of the field to blame, where the code alone does not tell. */
  field?: string;
  /** The nearest bookable starts to a taken one, epoch milliseconds. */
  alternatives?: number[];
  /** What an API key lacks, for the field `WWW-Authenticate`. */
  challenge?: string;
  /** The limit that was met. */
  limit?: LimitState;
}

/** An expected refusal: thrown by rules and use-cases, shaped by the doors. */
export class DomainError extends Error {
  override readonly name = "DomainError";

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(details.detail ?? code);
  }
}

/** `validation_failed` because of one field; `path` is its JSON name. */
export function invalidField(path: string, message: string): DomainError {
  return new DomainError("validation_failed", { errors: [{ path, message }] });
}
