import type { ErrorCode } from "../worker/domain/errors.ts";

/** What a person reads for each refusal. */
export const ERROR_MESSAGES: Record<ErrorCode, string> = {
  csrf: "This form came from another site. Please open the page again and retry.",
  email_taken: "There is already an account with this e-mail address.",
  empty_query: "Say what you are looking for, or choose a filter.",
  forbidden: "Your account is not allowed to do this.",
  idempotency_mismatch:
    "This form was already sent with other details. Please check and send again.",
  instructor_unavailable: "This instructor cannot be booked at the moment.",
  insufficient_notice: "This start is too soon: the instructor asks for more notice.",
  internal_error: "Something went wrong on our side. Nothing was saved; please try again.",
  invalid_credentials: "That e-mail address and password do not match.",
  invalid_duration: "The instructor does not offer this length any more. Please choose another.",
  invalid_location:
    "The instructor does not teach this at that kind of place. Please choose another.",
  invalid_parameter: "This address contains something we cannot use.",
  invalid_range: "These dates cannot be shown.",
  invalid_start: "This start time is not possible. Please choose another.",
  malformed_json: "The request could not be read.",
  method_not_allowed: "This page does not answer that kind of request.",
  not_found: "There is nothing here.",
  outside_availability: "The instructor does not teach at this time. Please choose another.",
  payload_too_large: "That is more text than we can take.",
  query_too_long: "A search can have 200 characters at most.",
  self_booking: "You cannot book a lesson with yourself.",
  slot_taken: "This time has just been taken.",
  student_conflict: "You already have a lesson at this time.",
  unauthenticated: "Please log in first.",
  unknown_parameter: "This address contains something we do not know.",
  unsupported_media_type: "The form was sent in a format we cannot read.",
  validation_failed: "Please check the fields below.",
};
