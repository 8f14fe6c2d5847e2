import { type Context, Hono } from "hono";
import { getSearchFacts } from "../../db/seed/search-facts.ts";
import { assertPermission, assertSignedIn } from "../domain/actor.ts";
import type { ApiScope } from "../domain/api-key.ts";
import { DomainError } from "../domain/errors.ts";
import { describeError, type Log } from "../platform/log.ts";
import { createListingStore } from "../services/listings.ts";
import { findApiKey } from "./api-key.ts";
import type { AppEnv, AppOptions, AppScope } from "./context.ts";
import { parseBody, parseQuery } from "./input.ts";
import { bodySize } from "./middleware/body-size.ts";
import { mailDocument } from "./middleware/mail-document.ts";
import { pageForm } from "./middleware/page-form.ts";
import { createPublicLimits, type PublicLimits, tellLimit } from "./middleware/rate-limit.ts";
import { requestScope } from "./middleware/request.ts";
import { sameOrigin } from "./middleware/same-origin.ts";
import { securityHeaders } from "./middleware/security-headers.ts";
import { toProblemResponse } from "./problem.ts";
import { createRefusalLog } from "./refusal-log.ts";
import type { Route, RouteInput } from "./route.ts";
import { createPathMatcher } from "./route-templates.ts";
import { accountRoutes } from "./routes/accounts.ts";
import { accountSecurityRoutes } from "./routes/accounts-security.ts";
import { analyticsRoutes } from "./routes/analytics.ts";
import { announcementRoutes } from "./routes/announcements.ts";
import { apiDocumentRoutes } from "./routes/api-document.ts";
import { apiKeyRoutes } from "./routes/api-keys.ts";
import { availabilityRoutes } from "./routes/availability.ts";
import { bookingRoutes } from "./routes/bookings.ts";
import { bookingMoveRoutes } from "./routes/bookings-moves.ts";
import { calendarRoutes } from "./routes/calendar.ts";
import { catalogRoutes } from "./routes/catalog.ts";
import { completeRoutes } from "./routes/complete.ts";
import { healthRoutes } from "./routes/health.ts";
import { hoursRoutes } from "./routes/hours.ts";
import { instructorRoutes } from "./routes/instructors.ts";
import { monitoringRoutes } from "./routes/monitoring.ts";
import { peopleRoutes } from "./routes/people.ts";
import { privacyRoutes } from "./routes/privacy.ts";
import { searchRoutes } from "./routes/search.ts";
import { searchHistoryRoutes } from "./routes/search-history.ts";
import { serviceAlertRoutes } from "./routes/service-alerts.ts";
import { teachingRoutes } from "./routes/teaching.ts";
import { webhookRoutes } from "./routes/webhooks.ts";

/** Response headers that a script of another site may read. */
const EXPOSED_HEADERS =
  "ETag, Location, Retry-After, RateLimit, RateLimit-Policy, WWW-Authenticate, X-Request-ID, Server-Timing";

/** Every route of the API, those that say more literally before others. */
export function listRoutes(scope: AppScope): Route[] {
  return [
    ...apiDocumentRoutes,
    ...healthRoutes(scope),
    ...availabilityRoutes(scope),
    ...catalogRoutes,
    // Ahead of what has a parameter in the place of "me" and "stats".
    ...teachingRoutes,
    ...hoursRoutes,
    ...instructorRoutes,
    ...accountRoutes,
    ...accountSecurityRoutes,
    ...bookingRoutes,
    ...bookingMoveRoutes,
    ...peopleRoutes,
    ...calendarRoutes,
    ...privacyRoutes,
    ...searchRoutes(scope),
    ...completeRoutes(scope),
    ...searchHistoryRoutes(scope),
    ...announcementRoutes(scope),
    ...serviceAlertRoutes,
    ...apiKeyRoutes,
    ...webhookRoutes,
    ...analyticsRoutes,
    ...monitoringRoutes,
  ];
}

/** The whole API. Pages are added behind it by whoever has a build of them. */
export function createApp(options: AppOptions): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const scope: AppScope = {
    ...options,
    searchFacts: getSearchFacts(),
    listingStore: createListingStore(),
    saltOf: new Map(),
  };
  const tellRefusal = createRefusalLog(options.log);
  const routes = listRoutes(scope);
  // A path that is also another route's, as ":id" may be "me", is only open if all of them are.
  const listMatching = createPathMatcher(
    routes.map(({ path, access }) => ({ parts: path.split("/"), access })),
  );
  const isOpen = (path: string) => {
    const matching = listMatching(path.split("/"));
    return matching.length > 0 && matching.every(({ access }) => access === "public");
  };

  const templates = [...routes.map(({ path }) => path), ...(options.pageTemplates ?? [])];
  app.use(requestScope(scope, templates, tellRefusal));
  app.use(async (c, next) => {
    await next();
    if (isOpen(c.req.path)) {
      c.res.headers.set("Access-Control-Allow-Origin", "*");
      c.res.headers.set("Access-Control-Expose-Headers", EXPOSED_HEADERS);
      // What any site may ask for, any site may also show.
      c.res.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
    }
  });
  app.use(tellLimit());
  app.use("/dev/mailbox/:id/html", mailDocument());
  app.use(securityHeaders({ hasTls: options.settings.TIER !== "int" }));
  app.use(sameOrigin({ isOpen }));
  app.use(bodySize());
  const limits = createPublicLimits(options.settings.RATE_LIMIT_SCALE);
  register(app, routes, { limits, log: options.log });
  app.all("/api/*", () => {
    throw new DomainError("not_found");
  });
  app.use(pageForm());
  app.onError((error, c) => {
    const facts = { request_id: c.get("requestId"), method: c.req.method };
    if (error instanceof DomainError) tellRefusal(error, facts);
    else options.log("request_failed", { ...facts, ...describeError(error) });
    return toProblemResponse(error, c.get("requestId"));
  });
  return app;
}

/** Who counts the requests with a key, and those that anybody may send. */
interface Counting {
  limits: PublicLimits;
  log: Log;
}

/** Every declared route, and for its path the answers to all other methods. */
function register(app: Hono<AppEnv>, routes: readonly Route[], counting: Counting): void {
  // Path by path: what "stats" has no method for must not become a lesson of the id "stats".
  for (const [path, siblings] of Map.groupBy(routes, ({ path }) => path)) {
    for (const one of siblings) app.on(one.method, path, (c) => answer(one, c, counting));
    const methods = siblings.flatMap(({ method }) =>
      method === "GET" ? ["GET", "HEAD"] : [method],
    );
    const allow = [...methods, "OPTIONS"].join(", ");
    const isPublic = siblings.some(({ access }) => access === "public");
    app.options(path, (c) => {
      if (isPublic) {
        c.header("Access-Control-Allow-Methods", allow);
        c.header("Access-Control-Allow-Headers", "Content-Type, If-None-Match, X-Request-ID");
        c.header("Access-Control-Max-Age", "86400");
      }
      c.header("Allow", allow);
      return c.body(null, 204);
    });
    app.all(path, (c) => {
      const problem = toProblemResponse(new DomainError("method_not_allowed"), c.get("requestId"));
      problem.headers.set("Allow", allow);
      return problem;
    });
  }
}

async function answer(one: Route, c: Context<AppEnv>, counting: Counting): Promise<Response> {
  const readBody = await prepare(one, c);
  const actor = await admit(one, c, counting);
  const input: RouteInput<unknown, unknown> = {
    c,
    services: c.get("services"),
    actor,
    query: one.query ? parseQuery(c, one.query) : null,
    body: await readBody(),
    param: (name) => c.req.param(name) ?? "",
  };
  return await one.handle(input as RouteInput<never, never>);
}

/**
 * Begins what the route asks of the database together with the session, and gives what reads the body.
 * Strangers ask for nothing, and
 * what is wrong with a body is told, as ever, after what is wrong with its sender.
 */
async function prepare(one: Route, c: Context<AppEnv>): Promise<() => Promise<unknown>> {
  const readBody = async () => (one.body ? await parseBody(c, one.body) : null);
  if (!one.prepare || !c.get("hasSession")) return readBody;
  try {
    const body = await readBody();
    one.prepare({ services: c.get("services"), body: body as never });
    return async () => body;
  } catch (error) {
    return () => Promise.reject(error);
  }
}

/** Throws `unauthenticated`, `forbidden` or `rate_limited` before anything else of the request is read. */
async function admit({ access, scope }: Route, c: Context<AppEnv>, counting: Counting) {
  const key = scope ? await countedKey(scope, c, counting) : null;
  if (access === "public" || access === "anyone") return null;
  const actor =
    key && scope ? await c.get("services").apiKeys.toActor(key, scope) : await c.get("findActor")();
  return access === "signed_in" ? assertSignedIn(actor) : assertPermission(actor, access);
}

/**
 * The request's API key. Whoever shows a bad one is counted by where they come from; so is everybody
 * while no key can be looked up, as what needs none is answered all the same.
 */
async function countedKey(scope: ApiScope, c: Context<AppEnv>, { limits, log }: Counting) {
  const key = await findApiKey(c, scope).catch((error) => {
    if (scope === "public:read" && !(error instanceof DomainError)) {
      log("api_key_not_read", { request_id: c.get("requestId"), ...describeError(error) });
      return null;
    }
    limits.take(c, null);
    throw error;
  });
  if (key || scope === "public:read") limits.take(c, key?.id ?? null);
  return key;
}
