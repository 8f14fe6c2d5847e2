import type { Context } from "hono";
import type { GenericSchema, InferOutput } from "valibot";
import type { Actor } from "../domain/actor.ts";
import type { ApiScope } from "../domain/api-key.ts";
import type { Permission } from "../domain/permission.ts";
import type { AppEnv } from "./context.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Who may call a route: anyone from any site, anyone, whoever is signed in, or holders of a permission. */
export type Access = "public" | "anyone" | "signed_in" | Permission;

/** What a handler gets: everything already checked. */
export interface RouteInput<Query, Body> {
  c: Context<AppEnv>;
  services: AppEnv["Variables"]["services"];
  /** Null unless the access asks for somebody. */
  actor: Actor | null;
  query: Query;
  body: Body;
  /** A path parameter; the route's own path says that it is there. */
  param: (name: string) => string;
}

export interface Route {
  method: Method;
  /** With `:name` parameters, as Hono writes them. */
  path: string;
  access: Access;
  /** What an API key has to be for to be taken here; null where keys are not looked at. */
  scope: ApiScope | null;
  query: GenericSchema | null;
  body: GenericSchema | null;
  /** Null where nothing is begun before it is known who asks. */
  prepare: ((input: PrepareInput<never>) => void) | null;
  handle: (input: RouteInput<never, never>) => Response | Promise<Response>;
}

/** What can be begun for a request that shows a session, while it is looked up whose it is. */
export interface PrepareInput<Body> {
  services: AppEnv["Variables"]["services"];
  body: Body;
}

/**
 * Declares a route. Access is checked before the body is read; a query or body without a schema is
 * not looked at, so a route that wants one has to say what it may be.
 */
export function route<
  Query extends GenericSchema | null = null,
  Body extends GenericSchema | null = null,
>(definition: {
  method: Method;
  path: string;
  access: Access;
  /** Public routes take `public:read` without saying so. */
  scope?: ApiScope;
  query?: Query;
  body?: Body;
  /** Begins reads that go to the database together with the session. Must neither write nor fail. */
  prepare?: (input: PrepareInput<Body extends GenericSchema ? InferOutput<Body> : null>) => void;
  handle: (
    input: RouteInput<
      Query extends GenericSchema ? InferOutput<Query> : null,
      Body extends GenericSchema ? InferOutput<Body> : null
    >,
  ) => Response | Promise<Response>;
}): Route {
  const scope = definition.access === "public" ? "public:read" : null;
  return { scope, query: null, body: null, prepare: null, ...definition } as Route;
}

/** JSON with a status, 200 unless given. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  headers.set("content-type", "application/json");
  return new Response(JSON.stringify(body), { ...init, headers });
}
