import * as v from "valibot";
import type { Actor } from "../domain/actor.ts";
import { toRfc3339 } from "../domain/local-time.ts";
import type { SessionSummary } from "../services/sessions.ts";
import { isWellFormed, line, TimeZone } from "./common.ts";

const Email = v.pipe(
  v.string("must be an e-mail address"),
  v.trim(),
  v.maxLength(254, "is longer than 254 characters"),
  v.email("must be an e-mail address"),
);

/** Only its size and that it is text: what makes a good password is a rule of the product. */
const Password = v.pipe(
  v.string("must be text"),
  v.maxLength(1024, "is too long"),
  v.check(isWellFormed, "has characters that are not text"),
);

const Name = line(50);

export const RegisterBody = v.strictObject({
  email: Email,
  password: Password,
  first_name: Name,
  last_name: Name,
  timezone: v.optional(TimeZone, "America/New_York"),
});

export const LoginBody = v.strictObject({ email: Email, password: Password });

export const ProfileBody = v.strictObject({
  first_name: v.optional(Name),
  last_name: v.optional(Name),
  timezone: v.optional(TimeZone),
});

export const PasswordBody = v.strictObject({
  current_password: Password,
  new_password: Password,
});

export const ConfirmPasswordBody = v.strictObject({ password: Password });

export const ResetRequestBody = v.strictObject({ email: Email });

/** Of a link in a mail, as it arrives: whether it is one is for the database to say. */
const Token = v.pipe(
  v.string("must be text"),
  v.minLength(1, "is empty"),
  v.maxLength(256, "is too long"),
  v.check(isWellFormed, "has characters that are not text"),
);

export const TokenBody = v.strictObject({ token: Token });

export const ResetBody = v.strictObject({ token: Token, new_password: Password });

/** What a person sees of their own account. */
export function toMeJson(actor: Actor) {
  return {
    id: actor.id,
    email: actor.email,
    first_name: actor.firstName,
    last_name: actor.lastName,
    timezone: actor.timezone,
    roles: actor.roles,
    permissions: actor.permissions,
    account_status: actor.status,
    email_verified: actor.isEmailVerified,
  };
}

export function toSessionJson(session: SessionSummary) {
  return {
    id: session.id,
    user_agent: session.userAgent,
    created_at: toRfc3339(session.createdAt),
    last_seen_at: toRfc3339(session.lastSeenAt),
    expires_at: toRfc3339(session.expiresAt),
    is_current: session.isCurrent,
  };
}
