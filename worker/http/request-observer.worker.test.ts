import { expect, test } from "vitest";
import { createInstructor } from "../../tests/factories.ts";
import { createMeasuredApi } from "../../tests/measured-api.ts";

const NOW = Date.UTC(2026, 11, 1, 15);

test("a line about a request has its id and template, and nothing of who asked for what", async () => {
  const { get, post, logged } = createMeasuredApi({ now: NOW, settings: { LOG_SAMPLE: "1" } });
  const { id, email } = await createInstructor();
  await get(`/api/instructors/${id}`, { headers: { "x-request-id": "mine" } });
  await post("/api/auth/login", { email, password: "not the one" });
  await get("/api/search/instructors?q=secret%20wish");
  const lines = logged.filter(({ event }) => event === "request");
  expect(lines[0]?.facts).toEqual({
    request_id: "mine",
    method: "GET",
    route: "/api/instructors/:instructorId",
    status: 200,
    duration_ms: expect.any(Number),
    statements: expect.any(Number),
    rows_read: expect.any(Number),
  });
  expect(lines.map(({ facts }) => [facts.route, facts.status])).toEqual([
    ["/api/instructors/:instructorId", 200],
    ["/api/auth/login", 401],
    ["/api/search/instructors", 200],
  ]);
  for (const word of [id, email, "secret", "not the one"]) {
    expect(JSON.stringify(lines)).not.toContain(word);
  }
});

test("the log is sampled apart from what is measured", async () => {
  const one = createMeasuredApi({
    now: NOW,
    settings: { LOG_SAMPLE: "7", METRICS_SAMPLE: "0" },
  });
  for (let n = 0; n < 70; n++) await one.get("/api/healthz");
  // Ids in tests follow each other, so the sample is exact.
  expect(one.logged.filter(({ event }) => event === "request")).toHaveLength(10);
  expect(one.sent).toEqual([]);
  const none = createMeasuredApi({ now: NOW, settings: { LOG_SAMPLE: "0" } });
  await none.get("/api/healthz");
  expect([none.logged.length, none.sent.length]).toEqual([0, 1]);
});
