import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { expect, test } from "vitest";
import { DomainError } from "../worker/domain/errors.ts";
import type { Permission } from "../worker/domain/permission.ts";
import type { PageAccess } from "../worker/http/page-access.ts";
import { page } from "./page-guard.ts";

/** A request by nobody, or by somebody with these permissions. */
function visit(path: string, permissions: Permission[] | null): LoaderFunctionArgs {
  const actor = permissions && { permissions };
  const request = new Request(`https://site.test${path}`);
  return {
    request,
    params: {},
    context: { findActor: async () => actor },
  } as unknown as LoaderFunctionArgs;
}

/** What the page answers: its status and where it leads, or `seen` if it opened. */
async function open(access: PageAccess, args: LoaderFunctionArgs): Promise<string> {
  try {
    return await page(access, async () => "seen")(args);
  } catch (answer) {
    if (!(answer instanceof Response)) throw answer;
    return [answer.status, answer.headers.get("location")].filter(Boolean).join(" ");
  }
}

test.for<[PageAccess, Permission[] | null, string]>([
  ["public", null, "seen"],
  ["public", [], "seen"],
  ["guest", null, "seen"],
  ["guest", [], "302 /"],
  ["signed_in", null, "302 /login?next=%2Fplace%3Fa%3D1"],
  ["signed_in", [], "seen"],
  ["view_all_users", null, "302 /login?next=%2Fplace%3Fa%3D1"],
  ["view_all_users", [], "403"],
  ["view_all_users", ["manage_users"], "403"],
  ["view_all_users", ["manage_users", "view_all_users"], "seen"],
  [["manage_users", "view_all_users"], ["view_all_users"], "seen"],
  [["manage_users", "view_all_users"], ["view_own_bookings"], "403"],
  [[], ["view_own_bookings"], "403"],
])("A page for %j shows itself to %j as %s", async ([access, permissions, answer]) => {
  expect(await open(access, visit("/place?a=1", permissions))).toBe(answer);
});

test("Whoever sends a form without being signed in any more is told at the sign-in", async () => {
  const { request, ...args } = visit("/place?a=1", null);
  const sent = { ...args, request: new Request(request, { method: "POST" }) };
  expect(await open("signed_in", sent)).toBe("302 /login?next=%2Fplace%3Fa%3D1&ended=1");
});

test.for([
  ["/lessons?when=past", "302 /lessons?when=past"],
  ["//evil.test", "302 /"],
  ["https://evil.test/", "302 /"],
])(
  "Whoever is signed in goes from a guest's page to %s only within the site",
  async ([next, answer]) => {
    const args = visit(`/login?next=${encodeURIComponent(next ?? "")}`, []);
    expect(await open("guest", args)).toBe(answer);
  },
);

test("Nothing of a page runs for whoever may not open it", async () => {
  let runs = 0;
  const guarded = page("manage_roles", async () => {
    runs++;
  });
  await expect(guarded(visit("/place", null))).rejects.toBeInstanceOf(Response);
  await expect(guarded(visit("/place", []))).rejects.toBeInstanceOf(Response);
  expect(runs).toBe(0);
  await guarded(visit("/place", ["manage_roles"]));
  expect(runs).toBe(1);
});

test("A refusal that the page does not handle becomes its status, and a failure stays one", async () => {
  const refuse = page("public", async () => {
    throw new DomainError("not_found");
  });
  await expect(refuse(visit("/place", null))).rejects.toMatchObject({ status: 404 });
  const fail = page("public", async () => {
    throw new TypeError("broken");
  });
  await expect(fail(visit("/place", null))).rejects.toThrow("broken");
});
