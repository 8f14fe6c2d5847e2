import * as v from "valibot";
import type { ErrorCode } from "../worker/domain/errors.ts";
import { findPasswordProblem } from "../worker/domain/password-policy.ts";
import { isTimeZone } from "../worker/domain/zone.ts";
import { ERROR_MESSAGES } from "./error-messages.ts";

/** What is wrong with a form: one sentence for the whole, and one for each field. */
export interface FormError {
  code: ErrorCode;
  status: number;
  summary: string;
  fields: { name: string; message: string }[];
  /** Other starts that are free, epoch ms. */
  alternatives: number[];
}

const text = v.pipe(v.string(), v.trim());
const name = (what: string) =>
  v.pipe(
    text,
    v.nonEmpty(`Enter your ${what}.`),
    v.maxLength(50, `Use at most 50 characters for your ${what}.`),
    v.check(
      (name) => name.isWellFormed() && !/\p{Cc}/u.test(name),
      `Use letters for your ${what}.`,
    ),
  );
const email = v.pipe(
  text,
  v.nonEmpty("Enter your e-mail address."),
  v.email("Enter an e-mail address like name@example.com."),
  v.maxLength(254, "This e-mail address is too long."),
);

const newPassword = v.pipe(
  v.string(),
  v.check(
    (password) => findPasswordProblem(password) === null,
    ({ input }) => findPasswordProblem(input) ?? "",
  ),
);
const ownPassword = v.pipe(v.string(), v.nonEmpty("Enter your password."), v.maxLength(1000));

export const signUpForm = v.object({
  first_name: name("first name"),
  last_name: name("last name"),
  email,
  password: newPassword,
  timezone: v.optional(v.pipe(text, v.maxLength(64)), "America/New_York"),
});

export const loginForm = v.object({
  email,
  password: ownPassword,
});

export const profileForm = v.object({
  first_name: name("first name"),
  last_name: name("last name"),
  timezone: v.pipe(text, v.check(isTimeZone, "Choose a time zone from the list.")),
});

export const passwordForm = v.object({
  current_password: v.pipe(
    v.string(),
    v.nonEmpty("Enter the password you have now."),
    v.maxLength(1000),
  ),
  new_password: newPassword,
});

export const resetForm = v.object({ new_password: newPassword });

/** The address alone, to be sent a mail. */
export const addressForm = v.object({ email });

/** The password alone, given again before something that cannot be taken back. */
export const confirmForm = v.object({ password: ownPassword });

/** The form's values if they fit the schema, else what to show beside which field. */
export function parseForm<S extends v.GenericSchema>(
  schema: S,
  form: FormData,
): { values: v.InferOutput<S>; error: null } | { values: null; error: FormError } {
  const result = v.safeParse(schema, Object.fromEntries(form), { abortPipeEarly: true });
  if (result.success) return { values: result.output, error: null };
  const fields = result.issues.map((issue) => ({
    name: v.getDotPath(issue) ?? "",
    message: issue.message,
  }));
  return { values: null, error: invalidForm(fields) };
}

export function invalidForm(fields: FormError["fields"]): FormError {
  const summary = ERROR_MESSAGES.validation_failed;
  return { code: "validation_failed", status: 422, summary, fields, alternatives: [] };
}
