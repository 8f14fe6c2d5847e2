/** More than any address of this site needs. */
const MAX_LENGTH = 2000;

/** Where to go after signing in: a path of this site, or `fallback` for anything else. */
export function safeNext(next: FormDataEntryValue | null | undefined, fallback = "/"): string {
  if (typeof next !== "string" || next.length > MAX_LENGTH) return fallback;
  // Browsers read a backslash as a slash and drop tabs and line breaks, so "/\t/host" leaves the site.
  const isLocal = /^\/(?![/\\])/.test(next) && !/[\\\p{Cc}]/u.test(next);
  if (!isLocal) return fallback;
  // "/.//host" is a local path that turns into "//host" once it is resolved and used again.
  return new URL(next, "https://local.invalid").pathname.startsWith("//") ? fallback : next;
}

/** The address of the sign-in (or sign-up) page that leads back to `next`. */
export function withNext(path: "/login" | "/signup", next: string): string {
  return next === "/" ? path : `${path}?next=${encodeURIComponent(next)}`;
}
