import { serialize } from "hono/utils/cookie";

const DAY_SECONDS = 86_400;

/** The longest a browser keeps the session's cookie; the server decides when the session ends. */
const SESSION_MAX_AGE = 60 * DAY_SECONDS;

/** Where another place's copy of the database would not show a write yet, this makes it wait. */
const BOOKMARK_MAX_AGE = 60;

/** Rule: a guest is remembered for 30 days. */
const GUEST_MAX_AGE = 30 * DAY_SECONDS;

const CONSENT_MAX_AGE = 365 * DAY_SECONDS;

/** "declined" by whoever does not want their searches measured. */
export const CONSENT_COOKIE = "measuring";

/** With TLS the names carry the prefix that stops another host of the domain from setting them. */
function nameOf(name: string, isSecure: boolean): string {
  return isSecure ? `__Host-${name}` : name;
}

export function sessionCookieName(isSecure: boolean): string {
  return nameOf("session", isSecure);
}

export function bookmarkCookieName(isSecure: boolean): string {
  return nameOf("bookmark", isSecure);
}

export function guestCookieName(isSecure: boolean): string {
  return nameOf("guest", isSecure);
}

export function lastSearchCookieName(isSecure: boolean): string {
  return nameOf("search", isSecure);
}

/** `Set-Cookie` values for signing in (a token) and out. */
export function sessionCookie(isSecure: boolean) {
  const name = sessionCookieName(isSecure);
  return {
    serialize: (token: string) => toSetCookie(name, token, SESSION_MAX_AGE, isSecure),
    clear: () => toSetCookie(name, "", 0, isSecure),
  };
}

export function bookmarkSetCookie(bookmark: string, isSecure: boolean): string {
  return toSetCookie(bookmarkCookieName(isSecure), bookmark, BOOKMARK_MAX_AGE, isSecure);
}

export function guestSetCookie(token: string, isSecure: boolean): string {
  return toSetCookie(guestCookieName(isSecure), token, GUEST_MAX_AGE, isSecure);
}

export function lastSearchSetCookie(search: string, isSecure: boolean): string {
  return toSetCookie(lastSearchCookieName(isSecure), search, DAY_SECONDS, isSecure);
}

/** `Set-Cookie` for declining to be measured, and for taking that back. */
export function consentSetCookie(isDeclined: boolean, isSecure: boolean): string {
  const [value, maxAge] = isDeclined ? ["declined", CONSENT_MAX_AGE] : ["", 0];
  return toSetCookie(CONSENT_COOKIE, value, maxAge, isSecure);
}

function toSetCookie(name: string, value: string, maxAge: number, secure: boolean): string {
  return serialize(name, value, { path: "/", httpOnly: true, sameSite: "Lax", secure, maxAge });
}
