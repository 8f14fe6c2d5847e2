import { expect, test } from "vitest";
import { createTestApi } from "../../tests/api.ts";
import { countRows } from "../../tests/database.ts";
import { bookingBody, createInstructor, createStudent } from "../../tests/factories.ts";

const api = createTestApi({ now: "2026-12-01T15:00:00Z" });

/** What browsers say of a request that another site makes. */
const FOREIGN: Record<string, string>[] = [
  { origin: "https://evil.test" },
  { origin: "null" },
  { origin: "" },
  { origin: "https://localhost" },
  { origin: "http://localhost:8788" },
  { origin: "http://localhost.evil.test" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "anything" },
  { origin: "http://localhost", "sec-fetch-site": "cross-site" },
  { origin: "https://evil.test", "sec-fetch-site": "same-origin" },
];

/** Routes that any site may send to, because they need nobody and change nothing. */
const OPEN = ["POST /api/public/instructors/:instructorId/check-slots"];

test("a browser that acts for another site cannot write, even with the cookie, and nothing changes", async () => {
  const instructor = await createInstructor();
  const student = await createStudent();
  const body = bookingBody(instructor, { date: "2026-12-02", start_time: "10:00" });
  const before = await countRows();
  for (const headers of FOREIGN) {
    const { status, json } = await api.post("/api/bookings", body, { as: student, headers });
    expect([headers, status, json.code]).toEqual([headers, 403, "csrf"]);
  }
  expect(await countRows()).toEqual(before);
});

test("every route that writes refuses other sites, whoever is signed in, but those that are open", async () => {
  const { cookie } = await createStudent();
  const writing = api.routes.filter(({ method }) => method !== "GET");
  expect(writing.length).toBeGreaterThan(5);
  const passed = new Set<string>();
  for (const { method, path } of writing) {
    for (const headers of FOREIGN.slice(0, 1)) {
      const { json } = await api.send(path.replaceAll(/:\w+/g, "none"), {
        method,
        body: {},
        headers: { ...headers, cookie },
      });
      if (json.code !== "csrf") passed.add(`${method} ${path}`);
    }
  }
  expect([...passed]).toEqual(OPEN);
});

test("our own pages can write, and so can what is no browser", async () => {
  const instructor = await createInstructor();
  const student = await createStudent();
  const own: Record<string, string>[] = [
    {},
    { origin: "http://localhost" },
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
    { origin: "http://localhost", "sec-fetch-site": "same-origin" },
  ];
  for (const [index, headers] of own.entries()) {
    const startAt = new Date(Date.UTC(2026, 11, 2 + index, 16)).toISOString();
    const body = bookingBody(instructor, { start_at: startAt });
    const { status } = await api.post("/api/bookings", body, { as: student, headers });
    expect([headers, status]).toEqual([headers, 201]);
  }
});

test("reading needs no origin, and other sites may ask about slots", async () => {
  const { id } = await createInstructor();
  const headers = { origin: "https://elsewhere.test", "sec-fetch-site": "cross-site" };
  expect((await api.get(`/api/instructors/${id}`, { headers })).status).toBe(200);
  expect((await api.get("/api/auth/me", { headers })).status).toBe(401);
  const body = { items: [{ start_at: "2026-12-02T16:00:00Z", duration_minutes: 60 }] };
  const path = `/api/public/instructors/${id}/check-slots`;
  const checked = await api.post(path, body, { headers });
  expect([checked.status, checked.json.items[0].available]).toEqual([200, true]);
});

test("only what is public can be read by scripts of other sites", async () => {
  const { cookie } = await createStudent();
  const readable = new Set<string>();
  for (const { method, path } of api.routes) {
    const { headers } = await api.send(path.replaceAll(/:\w+/g, "none"), {
      method,
      headers: { origin: "https://elsewhere.test", cookie },
    });
    if (headers.has("access-control-allow-origin")) readable.add(path);
  }
  const unexpected = [...readable].filter(
    (path) =>
      !/^\/api\/(public|services|instructors|search|openapi\.json$)\b(?!.*\bme\b)/.test(path),
  );
  expect(unexpected).toEqual([]);
  expect(readable).toContain("/api/public/instructors/:instructorId/availability");
  expect(readable).toContain("/api/instructors/:instructorId");
});
