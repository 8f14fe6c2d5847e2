import { expect, test } from "vitest";
import {
  type Actor,
  assertFreshSignIn,
  assertPermission,
  assertSignedIn,
  displayName,
} from "./actor.ts";

function actor(permissions: Actor["permissions"]): Actor {
  return {
    id: "a",
    email: "ada@example.test",
    firstName: "Ada",
    lastName: "Lovelace",
    timezone: "America/New_York",
    status: "active",
    roles: ["student"],
    permissions,
    sessionId: "s",
    authenticatedAt: 0,
    isEmailVerified: false,
    isMeasuringDeclined: false,
    clearsSearches: false,
  };
}

test("other people see the first name and the initial of the last", () => {
  expect(displayName("Ada", "Lovelace")).toBe("Ada L.");
  expect(displayName("  Ada ", " lovelace")).toBe("Ada L.");
  expect(displayName("Anne Marie", "de Witt")).toBe("Anne Marie D.");
  expect(displayName("Ada", "élan")).toBe("Ada É.");
});

test("an initial is a whole character, also one that takes two units", () => {
  expect(displayName("Ada", "𝒳avier")).toBe("Ada 𝒳.");
});

test("without a last name there is no initial", () => {
  expect(displayName("Ada", "")).toBe("Ada");
  expect(displayName(" Ada ", "   ")).toBe("Ada");
});

test("whoever holds the permission is let through", () => {
  const ada = actor(["create_bookings"]);
  expect(assertPermission(ada, "create_bookings")).toBe(ada);
  expect(assertSignedIn(ada)).toBe(ada);
});

test("whoever does not is forbidden, and nobody is asked to sign in", () => {
  expect(() => assertPermission(actor(["manage_users"]), "create_bookings")).toThrow(
    expect.objectContaining({ code: "forbidden" }),
  );
  for (const assert of [assertSignedIn, (one: null) => assertPermission(one, "create_bookings")]) {
    expect(() => assert(null)).toThrow(expect.objectContaining({ code: "unauthenticated" }));
  }
});

test("whoever gave their password over ten minutes ago is asked for it again", () => {
  const ada = { ...actor([]), authenticatedAt: 1_000 };
  expect(() => assertFreshSignIn(ada, 601_000)).not.toThrow();
  expect(() => assertFreshSignIn(ada, 601_001)).toThrow(
    expect.objectContaining({ code: "fresh_sign_in_required" }),
  );
});
