import fc from "fast-check";
import { expect, test } from "vitest";
import permissionsJson from "../../db/seed/data/permissions.json" with { type: "json" };
import {
  effectivePermissions,
  PERMISSIONS,
  type Permission,
  UNASKED_PERMISSIONS,
} from "./permission.ts";

const some = fc.uniqueArray(fc.constantFrom(...PERMISSIONS));
const overrides = fc.uniqueArray(
  fc.record({ permission: fc.constantFrom(...PERMISSIONS), granted: fc.boolean() }),
  { selector: ({ permission }) => permission },
);

test("there are thirty permissions, the ones of the reference data", () => {
  expect(new Set(PERMISSIONS).size).toBe(30);
  expect([...PERMISSIONS].sort()).toEqual(
    permissionsJson.permissions.map(({ name }) => name).sort(),
  );
});

test("every permission is asked for somewhere, but for those that are told to change nothing", () => {
  const sources = import.meta.glob<string>(
    ["../{domain,http/routes,services}/**/*.ts", "!../**/*.test.ts", "!./{permission,api-key}.ts"],
    { query: "?raw", import: "default", eager: true },
  );
  const code = Object.values(sources).join("\n");
  const unasked = PERMISSIONS.filter((permission) => !code.includes(`"${permission}"`));
  expect(unasked.sort()).toEqual(Object.keys(UNASKED_PERMISSIONS).sort());
});

test("a permission is in force if it was granted, or comes from a role and was not revoked", () => {
  fc.assert(
    fc.property(some, overrides, (fromRoles, exceptions) => {
      const effective = effectivePermissions(fromRoles, exceptions, "active");
      for (const permission of PERMISSIONS) {
        const exception = exceptions.find((one) => one.permission === permission);
        const expected = exception ? exception.granted : fromRoles.includes(permission);
        expect([permission, effective.has(permission)]).toEqual([permission, expected]);
      }
    }),
  );
});

test("who is suspended keeps everything but booking, even if it was granted", () => {
  fc.assert(
    fc.property(some, overrides, (fromRoles, exceptions) => {
      const active = effectivePermissions(fromRoles, exceptions, "active");
      active.delete("create_bookings");
      expect(effectivePermissions(fromRoles, exceptions, "suspended")).toEqual(active);
    }),
  );
  const granted = [{ permission: "create_bookings" as Permission, granted: true }];
  expect(effectivePermissions([], granted, "suspended")).toEqual(new Set());
});

test("the roles' own permissions are left as they were", () => {
  const fromRoles: Permission[] = ["create_bookings", "manage_users"];
  effectivePermissions(fromRoles, [{ permission: "manage_users", granted: false }], "suspended");
  expect(fromRoles).toEqual(["create_bookings", "manage_users"]);
});
