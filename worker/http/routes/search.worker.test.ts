import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { createInstructor, createStudent } from "../../../tests/factories.ts";

test("a search answers who teaches it, when they are next free, and remembers it for the guest", async () => {
  const api = createTestApi({ now: "2026-12-01T15:00:00Z" });
  await createInstructor({ firstName: "Sarah", lastName: "Chen", areas: ["park-slope"] });
  await createInstructor({ service: "guitar" });
  const found = await api.get(
    "/api/search/instructors?q=piono+under+%2480+in+brooklyn+tomorrow+evening",
  );
  console.log(
    found.status,
    found.text,
    [...found.headers].filter(([n]) => n === "set-cookie"),
  );
  const found2 = await api.get("/api/search/instructors?q=piono+in+brooklyn+tomorrow+afternoon");
  console.log(found2.status, found2.text, found2.headers.get("server-timing"));
  expect(found.status).toBe(200);
});
