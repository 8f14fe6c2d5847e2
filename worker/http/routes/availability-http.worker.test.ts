import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { bookingBody, createInstructor, createStudent } from "../../../tests/factories.ts";

/** Tuesday, six in the morning in New York. */
const NOW = "2026-12-01T11:00:00Z";

function pathOf({ id }: { id: string }): string {
  return `/api/public/instructors/${id}/availability`;
}

test("the validator is strong, the same for the same answer and another after a booking", async () => {
  const instructor = await createInstructor();
  const student = await createStudent();
  const api = createTestApi({ now: NOW });
  const first = (await api.get(pathOf(instructor))).headers.get("etag");
  expect(first).toMatch(/^"[0-9a-f]{32}"$/);
  api.clock.now += 10 * 60_000;
  expect((await api.get(pathOf(instructor))).headers.get("etag")).toBe(first);
  const shorter = await api.get(`${pathOf(instructor)}?end_date=2026-12-02`);
  expect(shorter.headers.get("etag")).not.toBe(first);
  const body = bookingBody(instructor, { date: "2026-12-02", start_time: "10:00" });
  expect((await api.post("/api/bookings", body, { as: student })).status).toBe(201);
  expect((await api.get(pathOf(instructor))).headers.get("etag")).not.toBe(first);
});

test("a reader who has the answer gets 304 with no body and the same headers", async () => {
  const instructor = await createInstructor();
  const api = createTestApi({ now: NOW });
  const full = await api.get(pathOf(instructor));
  const etag = full.headers.get("etag") ?? "";
  for (const known of [etag, `W/${etag}`, "*", `"other", ${etag}`, `W/"a",W/${etag} , "b"`]) {
    const headers = { "if-none-match": known, "x-request-id": "mine" };
    const { status, text, headers: got } = await api.get(pathOf(instructor), { headers });
    expect([known, status, text]).toEqual([known, 304, ""]);
    for (const name of [
      "etag",
      "cache-control",
      "vary",
      "access-control-allow-origin",
      "access-control-expose-headers",
    ]) {
      expect([name, got.get(name)]).toEqual([name, full.headers.get(name)]);
      expect(got.get(name)).toBeTruthy();
    }
    expect(got.get("x-request-id")).toBe("mine");
  }
});

test("a reader who has something else gets the answer", async () => {
  const instructor = await createInstructor();
  const api = createTestApi({ now: NOW });
  const etag = (await api.get(pathOf(instructor))).headers.get("etag") ?? "";
  for (const known of ["", '"other"', etag.slice(1, -1), etag.toUpperCase(), `${etag}x`]) {
    const { status, text } = await api.get(pathOf(instructor), {
      headers: { "if-none-match": known },
    });
    expect([known, status]).toEqual([known, 200]);
    expect(text).not.toBe("");
  }
});

test("HEAD answers as GET does, without the body, and also with 304 and 404", async () => {
  const instructor = await createInstructor();
  const api = createTestApi({ now: NOW });
  const head = (path: string, headers: Record<string, string> = {}) =>
    api.send(path, { method: "HEAD", headers });
  const get = await api.get(pathOf(instructor));
  const etag = get.headers.get("etag") ?? "";
  const { status, text, headers } = await head(pathOf(instructor));
  expect([status, text, headers.get("etag")]).toEqual([200, "", etag]);
  expect(headers.get("cache-control")).toBe(get.headers.get("cache-control"));
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect((await head(pathOf(instructor), { "if-none-match": etag })).status).toBe(304);
  expect(await head(pathOf({ id: "nobody" }))).toMatchObject({ status: 404, text: "" });
});

test("an answer is fresh for half a minute at most and never past the moment it changes", async () => {
  const instructor = await createInstructor({ weekly: { 2: ["09:00-12:00"] } });
  const api = createTestApi({ now: NOW });
  // The notice of two hours reaches 09:00 in New York at 12:00 UTC.
  const changesAt = Date.parse("2026-12-01T12:00:00Z");
  const seen = new Set<string>();
  let before: unknown;
  for (const msBefore of [600_000, 31_000, 30_000, 29_999, 15_500, 1_000, 999, 1, 0]) {
    api.clock.now = changesAt - msBefore;
    const { headers, json } = await api.get(pathOf(instructor));
    const [, maxAge] = /^public, max-age=(\d+), stale-while-revalidate=60, stale-if-error=0$/.exec(
      headers.get("cache-control") ?? "",
    ) as unknown as string[];
    expect([msBefore, json.valid_until]).toEqual([msBefore, "2026-12-01T12:00:00Z"]);
    expect(Number(maxAge)).toBe(Math.min(30, Math.floor(msBefore / 1000)));
    seen.add(headers.get("etag") ?? "");
    before = json.availability_by_date;
  }
  expect(seen.size).toBe(1);
  api.clock.now = changesAt + 1;
  const after = (await api.get(pathOf(instructor))).json;
  expect(after.availability_by_date).not.toEqual(before);
  expect(after.availability_by_date["2026-12-01"].available_slots[0].start_time).toBe("09:15");
  expect(after.valid_until).toBe("2026-12-01T12:15:00Z");
});

test("an answer without free time stands until midnight where the instructor is", async () => {
  const instructor = await createInstructor({ weekly: {}, timezone: "Asia/Kolkata" });
  const { json } = await createTestApi({ now: NOW }).get(pathOf(instructor));
  expect(json.valid_until).toBe("2026-12-01T18:30:00Z");
});

/** Every way an address of the public API can answer, by the status it gives. */
const ANSWERS: [number, string, Record<string, string>, unknown?][] = [
  [200, "availability", {}],
  [304, "availability", { "if-none-match": "*" }],
  [400, "availability?nonsense=1", {}],
  [400, "availability?start_date=1999-01-01", {}],
  [404, "../nobody/availability", {}],
  [405, "availability", {}, { any: "body" }],
  [400, "check-slots", {}, "{broken"],
  [413, "check-slots", {}, "x".repeat(65_537)],
  [415, "check-slots", { "content-type": "text/plain" }, "{}"],
  [422, "check-slots", {}, {}],
];

test("any site may read any answer, whatever its status, and never with credentials", async () => {
  const { id } = await createInstructor();
  const api = createTestApi({ now: NOW });
  for (const [wanted, address, headers, body] of ANSWERS) {
    const answer = await api.send(`/api/public/instructors/${id}/${address}`, {
      headers: { origin: "https://elsewhere.test", cookie: "session=anything", ...headers },
      body,
    });
    expect([address, answer.status]).toEqual([address, wanted]);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const exposed = answer.headers.get("access-control-expose-headers") ?? "";
    expect(exposed.split(", ")).toEqual(
      expect.arrayContaining(["ETag", "X-Request-ID", "Retry-After", "RateLimit"]),
    );
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-z]{26}$/);
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(answer.headers.has("access-control-allow-credentials")).toBe(false);
    expect(answer.headers.has("set-cookie")).toBe(false);
  }
});

test("a failure of ours can be read by any site too, and says nothing of what failed", async () => {
  const { id } = await createInstructor();
  const batch = async () => {
    throw new Error("D1_ERROR: no such table: secrets");
  };
  const DB = { withSession: () => ({ prepare: () => ({ bind: () => ({}) }), batch }) };
  const api = createTestApi({ now: NOW, bindings: { DB: DB as unknown as D1Database } });
  const { status, json, text, headers } = await api.get(pathOf({ id }));
  expect([status, json.code, json.request_id]).toEqual([
    500,
    "internal_error",
    headers.get("x-request-id"),
  ]);
  expect(text).not.toMatch(/D1|table|secrets|Error:/);
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(api.logged).toEqual([
    { event: "request_failed", facts: expect.objectContaining({ request_id: json.request_id }) },
  ]);
});

test("a browser that asks first is told what it may send", async () => {
  const { id } = await createInstructor();
  const api = createTestApi({ now: NOW });
  for (const [address, methods] of [
    ["availability", "GET, HEAD, OPTIONS"],
    ["check-slots", "POST, OPTIONS"],
  ]) {
    const { status, text, headers } = await api.send(`/api/public/instructors/${id}/${address}`, {
      method: "OPTIONS",
      headers: {
        origin: "https://elsewhere.test",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });
    expect([status, text]).toEqual([204, ""]);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-methods")).toBe(methods);
    expect(headers.get("access-control-allow-headers")?.toLowerCase()).toContain("content-type");
    expect(headers.has("access-control-allow-credentials")).toBe(false);
  }
});
