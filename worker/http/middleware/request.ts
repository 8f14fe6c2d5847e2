import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { noDatabaseUse } from "../../../db/client.ts";
import type { Actor } from "../../domain/actor.ts";
import { createMeasurementHold } from "../../platform/measurement-hold.ts";
import { createRequestMeter } from "../../platform/metrics.ts";
import { createEventQueue } from "../../platform/queue.ts";
import { createRequestQueue } from "../../platform/request-queue.ts";
import { createServices } from "../../services/index.ts";
import type { AppEnv, AppScope } from "../context.ts";
import {
  bookmarkCookieName,
  bookmarkSetCookie,
  sessionCookie,
  sessionCookieName,
} from "../cookies.ts";
import type { RefusalLog } from "../refusal-log.ts";
import { createRequestObserver } from "../request-observer.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Gives a request its id, clock, database session and services, and its answer the facts of them. */
export function requestScope(
  scope: AppScope,
  templates: readonly string[],
  tellRefusal: RefusalLog,
) {
  const observe = createRequestObserver(scope, templates);
  const { settings, clock, random, log, searchFacts, listingStore, saltOf } = scope;
  const measured = createMeasurementHold({
    holdMs: settings.METRICS_HOLD_MS,
    clock,
    sleep: (ms) => scheduler.wait(ms),
  });
  return createMiddleware<AppEnv>(async (c, next) => {
    const now = clock();
    const use = noDatabaseUse();
    const meter = createRequestMeter((useCase, error) =>
      tellRefusal(error, { request_id: c.var.requestId, use_case: useCase }),
    );
    const events = createRequestQueue(createEventQueue(c.env.EVENTS, log), measured);
    const isSecure = isSecureUrl(c.req.url);
    const bookmark = bookmarkOf(getCookie(c, bookmarkCookieName(isSecure)));
    const start = SAFE_METHODS.has(c.req.method) ? "first-unconstrained" : "first-primary";
    const connection = c.env.DB.withSession(bookmark ?? start);
    const session: { newToken: string | null } = { newToken: null };
    const services = createServices({
      bindings: c.env,
      events,
      meter,
      connection,
      primary: c.env.DB.withSession("first-primary"),
      use,
      settings,
      now,
      random,
      log,
      searchFacts,
      listingStore,
      saltOf,
      renewToken: (token) => {
        session.newToken = token;
      },
      defer: (work) => c.executionCtx.waitUntil(work),
    });
    let actor: Promise<Actor | null> | undefined;
    c.set("requestId", requestIdOf(c.req.header("x-request-id")) ?? random.newId());
    c.set("now", now);
    c.set("use", use);
    c.set("services", services);
    const token = getCookie(c, sessionCookieName(isSecure));
    c.set("hasSession", Boolean(token));
    c.set("findActor", () => {
      actor ??= token ? services.accounts.findActor(token) : Promise.resolve(null);
      return actor;
    });

    const startedAt = performance.now();
    await next();
    const durationMs = performance.now() - startedAt;
    const headers = c.res.headers;
    headers.set("X-Request-ID", c.get("requestId"));
    // A refusal must not tell by the number of rows whether there is what one may not see.
    const tellsRows = SAFE_METHODS.has(c.req.method) && c.res.status < 400;
    headers.set("Server-Timing", serverTiming(durationMs, use, tellsRows));
    if (session.newToken) addSession(headers, session.newToken, isSecure);
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
    c.executionCtx.waitUntil(events.close(observe(c, { meter, durationMs })));
    const written = use.rowsWritten > 0 ? connection.getBookmark() : null;
    if (written) headers.append("Set-Cookie", bookmarkSetCookie(written, isSecure));
  });
}

export function isSecureUrl(url: string): boolean {
  return url.startsWith("https:");
}

/** An answer that signs in or out has the last word on the session. */
function addSession(headers: Headers, token: string, isSecure: boolean): void {
  const name = `${sessionCookieName(isSecure)}=`;
  if (headers.getSetCookie().some((cookie) => cookie.startsWith(name))) return;
  headers.append("Set-Cookie", sessionCookie(isSecure).serialize(token));
  headers.set("Cache-Control", "private, no-store");
}

/** Cookies can say anything, and the database fails on what cannot be sent to it as a header. */
function bookmarkOf(cookie: string | undefined): string | null {
  return cookie && /^[\w-]{1,200}$/.test(cookie) ? cookie : null;
}

/** A caller's own id is kept if it cannot harm a log. */
function requestIdOf(inbound: string | undefined): string | null {
  return inbound && /^[A-Za-z0-9._-]{1,64}$/.test(inbound) ? inbound : null;
}

/** Durations count only waiting for input and output: the clock of a Worker stands still in between. */
function serverTiming(
  totalMs: number,
  { waitedMs, statements, rowsRead }: AppEnv["Variables"]["use"],
  tellsRows: boolean,
): string {
  const counts = `${statements} statements${tellsRows ? `, ${rowsRead} rows read` : ""}`;
  return `total;dur=${totalMs.toFixed(1)}, db;dur=${waitedMs.toFixed(1)};desc="${counts}"`;
}
