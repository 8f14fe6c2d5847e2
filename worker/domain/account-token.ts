const HOUR_MS = 3_600_000;

/** What the secret in a mailed link is good for. */
export type AccountTokenKind = "password_reset" | "email_verification";

/** Rule: a link to set another password works for an hour; one that verifies an address, for a week. */
export const ACCOUNT_TOKEN_LIFETIME_MS: Readonly<Record<AccountTokenKind, number>> = {
  password_reset: HOUR_MS,
  email_verification: 7 * 24 * HOUR_MS,
};
