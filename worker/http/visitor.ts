import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { isbot } from "isbot";
import type { Identity } from "../domain/search-history.ts";
import { boroughOfPlace, deviceOf, type Visitor } from "../domain/visitor.ts";
import { sha256Hex } from "../platform/hash.ts";
import type { RandomSource } from "../platform/random.ts";
import type { Client } from "../services/client.ts";
import type { LastSearch } from "../services/tracking.ts";
import type { AppEnv } from "./context.ts";
import {
  CONSENT_COOKIE,
  guestCookieName,
  guestSetCookie,
  lastSearchCookieName,
  lastSearchSetCookie,
  sessionCookieName,
} from "./cookies.ts";
import { isSecureUrl } from "./middleware/request.ts";

/** A booking this long after a search has nothing to do with it any more. */
const ASCRIBED_FOR_MS = 86_400_000;

/** Whoever searches, with the cookies that make the next request known as theirs. */
export interface KnownVisitor {
  visitor: Visitor;
  /** `Set-Cookie` values: the guest's, kept for another 30 days. */
  cookies: string[];
}

/** The identity of a request that has one: the account, or the guest's cookie. */
export async function findIdentity(c: Context<AppEnv>): Promise<Identity | null> {
  const actor = await c.var.findActor();
  if (actor) return { userId: actor.id };
  const guestId = await findGuestId(c);
  return guestId ? { guestId } : null;
}

/** Where a sign-in comes from, and what the browser was before it. */
export async function clientOf(c: Context<AppEnv>): Promise<Client> {
  return {
    userAgent: c.req.header("user-agent") ?? "",
    ipAddress: c.req.header("cf-connecting-ip") ?? null,
    sessionToken: getCookie(c, sessionCookieName(isSecureUrl(c.req.url))) ?? null,
    guestId: await findGuestId(c),
  };
}

/** The hash of the guest's cookie, also of somebody who has signed in since. */
async function findGuestId(c: Context<AppEnv>): Promise<string | null> {
  const token = getCookie(c, guestCookieName(isSecureUrl(c.req.url)));
  return token ? await sha256Hex(token) : null;
}

/** The visitor of this request; somebody unknown becomes a guest. */
export async function getVisitor(c: Context<AppEnv>, random: RandomSource): Promise<KnownVisitor> {
  const userAgent = c.req.header("user-agent") ?? "";
  const isBot = isbot(userAgent);
  const { identity, cookies } = await identify(c, random);
  const cf = (c.req.raw as Request<unknown, IncomingRequestCfProperties>).cf;
  const visitor: Visitor = {
    identity,
    isPerson: !isBot && !isPrefetch(c),
    mayBeMeasured: !(await declinesMeasuring(c)),
    device: isBot ? "bot" : deviceOf(userAgent),
    country: cf?.country ?? null,
    region: cf?.region ?? null,
    city: cf?.city ?? null,
    borough: boroughOfPlace({
      regionCode: cf?.regionCode,
      postalCode: cf?.postalCode,
      city: cf?.city,
    }),
    ipAddress: c.req.header("cf-connecting-ip") ?? null,
    referrer: referrerOf(c),
  };
  return { visitor, cookies };
}

async function identify(c: Context<AppEnv>, random: RandomSource) {
  const isSecure = isSecureUrl(c.req.url);
  const actor = await c.var.findActor();
  if (actor) return { identity: { userId: actor.id }, cookies: [] };
  const token = getCookie(c, guestCookieName(isSecure)) ?? random.newToken();
  const identity = { guestId: await sha256Hex(token) };
  return { identity, cookies: [guestSetCookie(token, isSecure)] };
}

/** A page that a browser fetches ahead, in case somebody goes there. */
export function isPrefetch(c: Context<AppEnv>): boolean {
  const purpose = c.req.header("sec-purpose") ?? c.req.header("purpose") ?? "";
  return /prefetch|prerender/i.test(purpose);
}

/** Rule: a signal of the browser or a consent declined here or in the account: nothing is measured. */
async function declinesMeasuring(c: Context<AppEnv>): Promise<boolean> {
  return (
    c.req.header("sec-gpc") === "1" ||
    c.req.header("dnt") === "1" ||
    getCookie(c, CONSENT_COOKIE) === "declined" ||
    ((await c.var.findActor())?.isMeasuringDeclined ?? false)
  );
}

function referrerOf(c: Context<AppEnv>): string | null {
  const referrer = URL.parse(c.req.header("referer") ?? "");
  if (!referrer || referrer.host === new URL(c.req.url).host) return null;
  return referrer.host.slice(0, 200) || null;
}

/** The `Set-Cookie` that lets a booking be ascribed to this search. */
export function rememberSearch(c: Context<AppEnv>, eventId: string): string {
  return lastSearchSetCookie(`${eventId}.${c.var.now}`, isSecureUrl(c.req.url));
}

/** The last search, if there was one lately and it may be measured. */
export async function findLastSearch(c: Context<AppEnv>): Promise<LastSearch | null> {
  const [eventId, at] =
    getCookie(c, lastSearchCookieName(isSecureUrl(c.req.url)))?.split(".") ?? [];
  const searchedAt = Number(at);
  const age = c.var.now - searchedAt;
  if (!eventId || eventId.length > 64 || !(age >= 0 && age <= ASCRIBED_FOR_MS)) return null;
  return (await declinesMeasuring(c)) ? null : { eventId, searchedAt };
}
