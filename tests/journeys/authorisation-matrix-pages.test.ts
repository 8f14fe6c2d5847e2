import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { expect, test } from "vitest";
import { page } from "../../app/page-guard.ts";
import routes from "../../app/routes.ts";
import permissionsJson from "../../db/seed/data/permissions.json" with { type: "json" };
import {
  effectivePermissions,
  type Permission,
  type Role,
} from "../../worker/domain/permission.ts";
import type { PageAccess } from "../../worker/http/page-access.ts";
import { COLUMNS, type Column, parseTable } from "../matrix/columns.ts";
import { ACCESSES, PAGES } from "../matrix/page-rows.ts";

const HELD = permissionsJson.roles as Record<Role, Permission[]>;

/** The roles of each person; null for whoever is not signed in. */
const ROLE_OF: Record<Column, Role | null> = {
  guest: null,
  stu: "student",
  stu2: "student",
  ins: "instructor",
  ins2: "instructor",
  admin: "admin",
  "sus.stu": "student",
  "sus.ins": "instructor",
  gone: null,
};

const LINES = parseTable(ACCESSES);

const PLACES = PAGES.trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));

test("every page and its form are open to those whom the table names", async () => {
  const declared = await Promise.all(
    [{ path: "(root)", file: "root.tsx" }, ...routes.map(toPlace)].map(async ({ path, file }) => {
      const { loader, action } = await import(/* @vite-ignore */ `../../app/${file}`);
      return [path, accessOf(loader), accessOf(action)];
    }),
  );
  expect(declared.sort()).toEqual(PLACES.toSorted());
});

test("each access of a page is in the table, and none that no page has", () => {
  const used = new Set(PLACES.flatMap(([, load, send]) => [load, send]));
  expect(["-", ...LINES.map(({ name }) => name)].sort()).toEqual([...used].sort());
});

test.for(LINES)("A page for $name", async ({ name, cells }) => {
  for (const column of COLUMNS) {
    expect([column, await visit(toAccess(name), permissionsIn(column))]).toEqual([
      column,
      cells[column],
    ]);
  }
});

test("without the one permission of a page everything else does not open it", async () => {
  for (const { name } of LINES.filter(({ cells }) => cells.guest === "login")) {
    if (name === "signed_in") continue;
    const needed = name.split("|") as Permission[];
    const rest = HELD.admin.filter((permission) => !needed.includes(permission));
    expect([name, await visit(toAccess(name), rest)]).toEqual([name, "403"]);
    for (const one of needed) {
      expect([name, await visit(toAccess(name), [one])]).toEqual([name, "in"]);
    }
  }
});

function toPlace({ path, file }: { path?: string; file: string }) {
  return { path: `/${path ?? ""}`, file };
}

function accessOf(part: { access: PageAccess } | undefined): string {
  if (!part) return "-";
  return typeof part.access === "string" ? part.access : part.access.join("|");
}

function toAccess(name: string): PageAccess {
  return (name.includes("|") ? name.split("|") : name) as PageAccess;
}

function permissionsIn(column: Column): Permission[] | null {
  const role = ROLE_OF[column];
  if (!role) return null;
  const status = column.startsWith("sus.") ? "suspended" : "active";
  return [...effectivePermissions(HELD[role], [], status)];
}

/** What becomes of somebody with these permissions, or of nobody, at a page with this access. */
async function visit(access: PageAccess, permissions: Permission[] | null): Promise<string> {
  const actor = permissions && { permissions };
  const request = new Request("https://site.test/place");
  const args = {
    request,
    params: {},
    context: { findActor: async () => actor },
  } as unknown as LoaderFunctionArgs;
  try {
    return await page(access, async () => "in")(args);
  } catch (answer) {
    if (!(answer instanceof Response)) throw answer;
    const location = answer.headers.get("location");
    if (location === null) return String(answer.status);
    return location.startsWith("/login?") ? "login" : "on";
  }
}
