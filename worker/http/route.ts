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
  handle: (input: RouteInput<never, never>) => Response | Promise<Response>;
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
  handle: (
    input: RouteInput<
      Query extends GenericSchema ? InferOutput<Query> : null,
      Body extends GenericSchema ? InferOutput<Body> : null
    >,
  ) => Response | Promise<Response>;
}): Route {
  const scope = definition.access === "public" ? "public:read" : null;
  return { scope, query: null, body: null, ...definition } as Route;
}

/** JSON with a status, 200 unless given. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  headers.set("content-type", "application/json");
  return new Response(JSON.stringify(body), { ...init, headers });
}
