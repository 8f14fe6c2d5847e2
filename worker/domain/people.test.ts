import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "./actor.ts";
import {
  canChangeStatus,
  neededForOverride,
  type Person,
  parsePermission,
  toPermissionDeed,
  toPrefixRanges,
  toRolesDeed,
  toStatusDeed,
} from "./people.ts";
import { PERMISSIONS } from "./permission.ts";

const none = { total: 0, upcoming: 0, completed: 0, cancelled: 0, noShow: 0 };
const person: Person = {
  id: "p",
  email: "p@example.test",
  firstName: "Pat",
  lastName: "Person",
  roles: ["student", "admin"],
  status: "active",
  createdAt: 0,
  lastSeenAt: null,
  timezone: "UTC",
  emailVerifiedAt: null,
  hasInstructorProfile: false,
  overrides: [{ permission: "export_analytics", granted: false, createdAt: 0 }],
  permissions: [],
  lessons: { asStudent: none, asInstructor: none },
  audit: [],
};

/** As the database compares: by the bytes of the text, with only A to Z lowered. */
function isFound(name: string, text: string): boolean {
  const bytes = (value: string) => Buffer.from(value);
  const stored = bytes(name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()));
  return toPrefixRanges(text).some(
    ({ from, below }) =>
      Buffer.compare(stored, bytes(from)) >= 0 && Buffer.compare(stored, bytes(below)) < 0,
  );
}

test("a name is found by its beginning in any spelling, with letters beyond A to Z too", () => {
  for (const [name, text] of [
    ["Maria", "mar"],
    ["maria", "MAR"],
    ["Élodie", "éLO"],
    ["ÉLODIE", "élodie"],
    ["élodie", "Élo"],
    ["Ana Óscar", "ana ó"],
    ["O'Ünal", "o'ü"],
    ["Ωmega", "ω"],
    ["李小龍", "李"],
    ["100%_sure", "100%_"],
    ["x".repeat(50), "x".repeat(50)],
    ["🎹 Piano", "🎹"],
  ] as const) {
    expect(isFound(name, text), `${name} by ${text}`).toBe(true);
  }
});

test("a name is not found by its middle, by wildcards or by what only sorts near it", () => {
  for (const [name, text] of [
    ["Maria", "aria"],
    ["Maria", "%"],
    ["Maria", "M_ria"],
    ["Maria", "mariab"],
    ["Maria", "mari\u0301"],
    ["Mas", "mar"],
    ["Maq", "mar"],
  ] as const) {
    expect(isFound(name, text), `${name} by ${text}`).toBe(false);
  }
});

test("every text finds itself and whatever it begins", () => {
  const text = fc.string({ unit: "binary", minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(text, text, (start, rest) => {
      const small = start.normalize("NFC").toLowerCase();
      expect(isFound(small, start)).toBe(true);
      expect(isFound(`${small}${rest.replaceAll("\u{10ffff}", "")}`, start)).toBe(true);
    }),
  );
});

test("roles in another order or twice are the same roles", () => {
  expect(toRolesDeed(person, ["admin", "student", "admin"])).toBeNull();
  expect(toRolesDeed(person, ["student", "student"])).toEqual({
    action: "roles_changed",
    details: { from: ["admin", "student"], to: ["student"] },
  });
  expect(toRolesDeed(person, [])?.details).toEqual({ from: ["admin", "student"], to: [] });
});

test("an exception that is there already, or is not there to be taken back, changes nothing", () => {
  expect(toPermissionDeed(person, "export_analytics", false)).toBeNull();
  expect(toPermissionDeed(person, "manage_users", null)).toBeNull();
  expect(toPermissionDeed(person, "export_analytics", null)?.details).toEqual({
    permission: "export_analytics",
    from: false,
    to: null,
  });
  expect(toPermissionDeed(person, "manage_users", false)?.details).toEqual({
    permission: "manage_users",
    from: null,
    to: false,
  });
});

test("the status that somebody has already changes nothing", () => {
  expect(toStatusDeed(person, "active")).toBeNull();
  expect(toStatusDeed(person, "suspended")).toEqual({
    action: "status_changed",
    details: { from: "active", to: "suspended" },
  });
});

test("exceptions for what decides about rights need manage_roles too, and no others do", () => {
  const deciding = PERMISSIONS.filter((name) => neededForOverride(name).includes("manage_roles"));
  expect(deciding).toEqual(["manage_roles", "manage_permissions"]);
  for (const name of PERMISSIONS) expect(neededForOverride(name)).toContain("manage_permissions");
});

test("nobody changes their own status, and others only with manage_users", () => {
  const actor = { id: "a", permissions: ["manage_users"] } as Actor;
  expect(canChangeStatus(actor, "p")).toBe(true);
  expect(canChangeStatus(actor, "a")).toBe(false);
  expect(canChangeStatus({ ...actor, permissions: ["manage_roles"] }, "p")).toBe(false);
});

test("a permission is known by its exact name only", () => {
  expect(parsePermission("manage_users")).toBe("manage_users");
  for (const name of ["", "Manage_users", "manage_users ", "toString", "__proto__"]) {
    expect(() => parsePermission(name)).toThrow("not_found");
  }
});
