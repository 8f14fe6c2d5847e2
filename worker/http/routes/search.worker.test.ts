import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { createInstructor } from "../../../tests/factories.ts";

test("a search answers who teaches it, when they are next free, and remembers it for the guest", async () => {
  const api = createTestApi({ now: "2026-12-01T15:00:00Z" });
  await createInstructor({ firstName: "Sarah", lastName: "Chen", areas: ["park-slope"] });
  await createInstructor({ service: "guitar" });
  const evening = await api.get(
    "/api/search/instructors?q=piono+under+%2480+in+brooklyn+tomorrow+evening",
  );
  expect(evening.json).toMatchObject({
    total: 0,
    parsed: { services: ["piano"], corrections: [{ from: "piono", to: "piano" }] },
    suggestions: [
      { kind: "any_date", count: 1, params: { q: "piono under $80 in brooklyn" } },
      { kind: "any_time", count: 1, params: { q: "piono under $80 in brooklyn tomorrow" } },
    ],
  });

  const afternoon = await api.get("/api/search/instructors?q=piano+in+brooklyn+tomorrow+afternoon");
  expect(afternoon.json).toMatchObject({
    total: 1,
    items: [
      {
        instructor: { display_name: "Sarah C." },
        next_slot: { start_at: "2026-12-02T17:00:00Z" },
        why: ["teaches Piano", "$60/h", "free Wed 12:00 pm", "Park Slope"],
      },
    ],
  });

  const guest = evening.headers.getSetCookie().find((cookie) => cookie.startsWith("guest="));
  const cookie = guest?.split(";")[0] ?? "";
  const history = await api.get("/api/search-history", { as: { cookie } });
  expect(history.json.items).toMatchObject([
    { query: "piono under $80 in brooklyn tomorrow evening", search_count: 1, result_count: 0 },
  ]);
});
