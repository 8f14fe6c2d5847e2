import type { Permission } from "../domain/permission.ts";

/**
 * Who may open a page: everybody, only whoever is signed out, whoever is signed in, or holders of a
 * permission (of any one of several).
 */
export type PageAccess = "public" | "guest" | "signed_in" | Permission | readonly Permission[];

/** The part of a server build that says what its routes do. */
interface BuiltRoutes {
  [id: string]: { module: { loader?: unknown; action?: unknown; default?: unknown } } | undefined;
}

/**
 * Throws unless every loader and action says who may use it, and every page has a loader to say so.
 * A page that forgot would be open to everybody, so the Worker does not start with one.
 */
export function assertPagesGuarded(routes: BuiltRoutes): void {
  const unguarded = Object.entries(routes).flatMap(([id, route]) =>
    route ? findUnguarded(route.module).map((part) => `${id} (${part})`) : [],
  );
  if (unguarded.length > 0) {
    throw new Error(`Pages that do not declare who may open them: ${unguarded.join(", ")}`);
  }
}

function findUnguarded({ loader, action, default: component }: { [part: string]: unknown }) {
  const found: string[] = [];
  if (loader ? !declaresAccess(loader) : component) found.push("loader");
  if (action && !declaresAccess(action)) found.push("action");
  return found;
}

function declaresAccess(part: unknown): boolean {
  return typeof part === "function" && "access" in part;
}
