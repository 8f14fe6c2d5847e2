import * as v from "valibot";
import type { Actor } from "../domain/actor.ts";
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
  };
}
