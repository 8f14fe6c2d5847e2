import type { Permission, Role } from "../../worker/domain/permission.ts";
import { type Line, parseTable } from "./columns.ts";
import type { World } from "./people.ts";

/** A good request: what takes the place of the path's parameters, and what goes with it. */
export interface Asked {
  params?: Record<string, string>;
  /** With its question mark. */
  query?: string;
  body?: unknown;
}

export interface Facts {
  /** Only for routes that need more than their path. */
  ask?: (world: World) => Asked | Promise<Asked>;
  /** Without one of these, a person with the role is refused although their column is not. */
  needs?: Partial<Record<Role, Permission | readonly Permission[]>>;
}

/** A permission that comes with each role. */
export function everyRole(permission: Permission) {
  return { student: permission, instructor: permission, admin: permission };
}

/** One that instructors and those who look after everything have. */
export function teachingRoles(permission: Permission) {
  return { instructor: permission, admin: permission };
}

/** One route with what it answers to each person. */
export interface Row extends Line, Facts {
  method: string;
  /** As Hono writes it. */
  path: string;
}

/**
 * Lines such as `401 200 … GET /api/auth/me`, with the facts of those that need any, by the same name.
 * A route may have several lines, told apart by what follows it in brackets.
 */
export function toRows(table: string, facts: Record<string, Facts> = {}): Row[] {
  const rows = parseTable(table).map((line) => {
    const [method = "", path = ""] = line.name.split(" ");
    return { ...line, method, path, ...facts[line.name] };
  });
  const names = new Set(rows.map(({ name }) => name));
  const astray = Object.keys(facts).filter((name) => !names.has(name));
  if (astray.length > 0) throw new Error(`Facts of no line: ${astray.join(", ")}`);
  return rows;
}

/** What is nobody's. */
const UNKNOWN_ID = "0123456789abcdefghjkmnpqrs";

/** The address to ask; with unknown ids, the same one of records that do not exist. */
export function toAddress({ path }: Row, asked: Asked, ids: "real" | "unknown"): string {
  const { params = {}, query = "" } = asked;
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} needs a ${name}.`);
    const isId = /(^id|Id|file)$/.test(name);
    return isId && ids === "unknown" ? UNKNOWN_ID : value;
  });
  return filled + query;
}
