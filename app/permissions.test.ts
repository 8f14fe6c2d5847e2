import { expect, test } from "vitest";
import { toPermissionSet } from "./permissions.ts";

test("A set of permissions tells one, any and all of what is asked", () => {
  const held = toPermissionSet(["view_own_bookings", "manage_own_profile"]);
  expect(held.has("view_own_bookings")).toBe(true);
  expect(held.has("manage_roles")).toBe(false);
  expect(held.hasAny(["manage_roles", "manage_own_profile"])).toBe(true);
  expect(held.hasAny(["manage_roles"])).toBe(false);
  expect(held.hasAll(["view_own_bookings", "manage_own_profile"])).toBe(true);
  expect(held.hasAll(["view_own_bookings", "manage_roles"])).toBe(false);
});

test("Whoever is signed out has no permission, and asking for none asks for nothing", () => {
  const held = toPermissionSet([]);
  expect(held.has("view_own_bookings")).toBe(false);
  expect(held.hasAny([])).toBe(false);
  expect(held.hasAll([])).toBe(true);
});
