import { expect, test } from "vitest";
import { createTestApi } from "../../tests/api.ts";
import { countRows } from "../../tests/database.ts";
import { bookingBody, createInstructor, createPerson } from "../../tests/factories.ts";

const api = createTestApi({ now: "2026-12-01T15:00:00Z" });

/** Appears in no answer, whatever it was sent as. */
const MARKER = "Zq7-marker";

/** Bodies that no route understands, as text. */
const SENSELESS = [
  "",
  " ",
  "{",
  "{'a':1}",
  '{"a":1}{"b":2}',
  '{"a":01}',
  "[1,2",
  "NaN",
  "undefined",
  `"${MARKER}`,
  "\u0000",
  "{}\u0000",
  '{"a":"\n"}',
  "null",
  "true",
  "0",
  "-1e999",
  `"${MARKER}"`,
  "[]",
  "[[]]",
  "[null]",
  "[{}]",
  "[".repeat(30_000) + "]".repeat(30_000),
  "[".repeat(60_000),
  `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`,
  `{"${MARKER}\\u0000":1}`,
  '{"__proto__":{"role":"admin"}}',
  '{"constructor":{"prototype":{"role":"admin"}}}',
  '{"toString":1}',
  `{"a":"${"x".repeat(60_000)}"}`,
  `{${Array.from({ length: 5000 }, (_, index) => `"k${index}":1`).join(",")}}`,
];

/** What stands in the place of one field of a good body. */
const WRONG_VALUES = [
  null,
  true,
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  "",
  MARKER,
  `${MARKER}\u0000`,
  `${MARKER}\ud800`,
  `\udc00${MARKER}`,
  `${MARKER}\r\nSet-Cookie: a=b`,
  `${MARKER}' OR 1=1; --`,
  "x".repeat(30_000),
  [],
  [MARKER],
  {},
  { [MARKER]: MARKER },
  { $ne: null },
];

/** There are names with an apostrophe, and a password may be any text that is long enough. */
function isFine(field: string, value: unknown): boolean {
  if (typeof value !== "string" || value === "" || !value.isWellFormed()) return false;
  if (field === "password") return value.length >= 10 && value.length <= 200;
  return /_name$/.test(field) && value.length <= 50 && !/\p{Cc}/u.test(value);
}

/** These say all in their path: a body is not looked at. */
const BODILESS = new Set([
  "/api/announcements/:announcementId/dismiss",
  "/api/auth/email-verification/request",
  "/api/auth/logout",
  "/api/calendar/feed",
  "/api/instructors/me/deactivate",
  "/api/instructors/me/reactivate",
  "/api/instructors/me/suspend",
  "/api/privacy/retention/apply",
  "/api/service-alerts/:service",
  "/api/webhooks/:id/deliveries/:eventId/replay",
  "/api/webhooks/:id/rotate-secret",
]);

function rejected(status: number): boolean {
  return status >= 400 && status < 500;
}

test("no body that makes no sense is taken for one that does, on any route, and nothing is written", async () => {
  const { cookie } = await createPerson({ roles: ["student", "instructor", "admin"] });
  const { id } = await createInstructor();
  const withBody = api.routes.filter(
    ({ method, path }) => /POST|PUT|PATCH/.test(method) && !BODILESS.has(path),
  );
  const before = await countRows();
  let refused = 0;
  for (const { method, path } of withBody) {
    for (const body of SENSELESS) {
      const { status, text, headers } = await api.send(path.replaceAll(/:\w+/g, id), {
        method,
        body,
        headers: { cookie },
      });
      if (!rejected(status)) expect.fail(`${method} ${path} ${body.slice(0, 60)}: ${status}`);
      expect(headers.get("content-type")).toBe("application/problem+json");
      expect(text).not.toMatch(/SQL|D1_|at .*\.ts|node_modules|SyntaxError/);
      expect(text.length).toBeLessThan(4000);
      refused += 1;
    }
  }
  expect(refused).toBe(withBody.length * SENSELESS.length);
  expect(await countRows()).toEqual(before);
});

test("a good body with one wrong field is refused, names the field and repeats nothing", async () => {
  const instructor = await createInstructor();
  const person = await createPerson({ roles: ["student"] });
  const booking = bookingBody(instructor, { date: "2026-12-02", start_time: "10:00" });
  const register = {
    email: "fine@example.test",
    password: "a fine long password",
    first_name: "Fine",
    last_name: "Person",
  };
  const slot = { start_at: "2026-12-02T16:00:00Z", duration_minutes: 60 };
  const good: [string, Record<string, unknown>, string[]][] = [
    ["/api/bookings", booking, Object.keys(booking)],
    ["/api/bookings/check", booking, Object.keys(booking)],
    ["/api/auth/register", register, Object.keys(register)],
    [`/api/public/instructors/${instructor.id}/check-slots`, { items: [slot] }, ["items"]],
  ];
  const before = await countRows();
  for (const [path, body, fields] of good) {
    for (const field of fields) {
      for (const value of WRONG_VALUES) {
        if (isFine(field, value)) continue;
        const wrong = { ...body, [field]: value };
        const { status, text, json } = await api.post(path, wrong, { as: person });
        if (!rejected(status)) expect.fail(`${path} ${field} ${JSON.stringify(value)}: ${status}`);
        expect(text).not.toContain(MARKER);
        expect(text).not.toMatch(/Invalid|Expected|received|SQL|D1_/);
        if (status === 422 && json.errors) expect(json.errors[0].path).toMatch(`${field}`);
      }
    }
  }
  expect(await countRows()).toEqual(before);
});
