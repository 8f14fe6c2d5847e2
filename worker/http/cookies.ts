import { serialize } from "hono/utils/cookie";

const DAY_SECONDS = 86_400;

/** The longest a browser keeps the session's cookie; the server decides when the session ends. */
const SESSION_MAX_AGE = 60 * DAY_SECONDS;

/** Where another place's copy of the database would not show a write yet, this makes it wait. */
const BOOKMARK_MAX_AGE = 60;

/** With TLS the names carry the prefix that stops another host of the domain from setting them. */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? "__Host-session" : "session";
}

export function bookmarkCookieName(isSecure: boolean): string {
  return isSecure ? "__Host-bookmark" : "bookmark";
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

function toSetCookie(name: string, value: string, maxAge: number, secure: boolean): string {
  return serialize(name, value, { path: "/", httpOnly: true, sameSite: "Lax", secure, maxAge });
}
