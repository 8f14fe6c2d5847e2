import type { DomainError, ErrorCode } from "../worker/domain/errors.ts";
import { WRONG_PASSWORD } from "../worker/domain/password-policy.ts";
import { ERROR_MESSAGES } from "./error-messages.ts";
import type { FormError } from "./forms.ts";
import { waitInWords } from "./wait.ts";

const STATUS: Partial<Record<ErrorCode, number>> = {
  already_instructor: 409,
  email_taken: 409,
  forbidden: 403,
  fresh_sign_in_required: 403,
  future_bookings: 409,
  internal_error: 500,
  invalid_credentials: 401,
  invalid_range: 400,
  invalid_state: 409,
  last_admin: 409,
  limit_reached: 409,
  not_found: 404,
  precondition_failed: 412,
  rate_limited: 429,
  service_offered: 409,
  slot_taken: 409,
  student_conflict: 409,
};

/** Refusals by the use-case that are about one field, and so are told there. */
const FIELDS: Partial<Record<ErrorCode, string>> = { email_taken: "email" };

/** What the API says behind the name of a field, as a person reads it on several pages. */
const SENTENCES: Record<string, string> = { [WRONG_PASSWORD]: "That is not your password." };

/** By name: the pages and the Worker are bundled apart, so each has its own copy of the class. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === "DomainError" && "code" in error;
}

/** The refusal as a form shows it. Rethrows what no form can answer (unknown errors, sign-in, 404). */
export function toFormError(error: unknown): FormError {
  if (!isDomainError(error)) throw error;
  if (error.code === "unauthenticated" || error.code === "not_found") throw error;
  const { errors = [], alternatives = [] } = error.details;
  const message = messageOf(error);
  const field = FIELDS[error.code];
  return {
    code: error.code,
    status: statusOf(error.code),
    summary: field ? ERROR_MESSAGES.validation_failed : message,
    fields: field
      ? [{ name: field, message }]
      : errors.map(({ path, message }) => ({ name: path, message: SENTENCES[message] ?? message })),
    alternatives,
  };
}

function messageOf({ code, details }: DomainError): string {
  if (code === "rate_limited" && details.limit) {
    return `That was too often. Please try again in ${waitInWords(details.limit.resetSeconds)}.`;
  }
  return ERROR_MESSAGES[code] ?? ERROR_MESSAGES.internal_error;
}

/** The status of a page that answers with this refusal. */
export function statusOf(code: ErrorCode): number {
  return STATUS[code] ?? 422;
}
