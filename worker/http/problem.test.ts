import { expect, test } from "vitest";
import { DomainError, ERROR_CODES } from "../domain/errors.ts";
import { titleOf, toProblemResponse } from "./problem.ts";

test("every code has a status that is an error and a sentence of its own", async () => {
  const titles = new Set<string>();
  for (const code of ERROR_CODES) {
    const response = toProblemResponse(new DomainError(code), "r1");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status >= 500).toBe(code === "internal_error");
    expect(await response.json()).toEqual({
      type: `urn:instainstru:problem:${code}`,
      title: titleOf(code),
      status: response.status,
      detail: titleOf(code),
      code,
      request_id: "r1",
      ...(response.status === 422 && {
        errors: [{ path: expect.any(String), message: titleOf(code) }],
      }),
    });
    titles.add(titleOf(code));
  }
  expect(titles.size).toBe(ERROR_CODES.length);
});

test("the statuses are those of the contract", () => {
  const statusOf = (code: (typeof ERROR_CODES)[number]) =>
    toProblemResponse(new DomainError(code), "r1").status;
  const byStatus = {
    400: ["invalid_range", "invalid_parameter", "unknown_parameter", "malformed_json"],
    401: ["unauthenticated", "invalid_credentials"],
    403: ["forbidden", "csrf", "fresh_sign_in_required"],
    404: ["not_found"],
    405: ["method_not_allowed"],
    409: [
      "slot_taken",
      "student_conflict",
      "email_taken",
      "future_bookings",
      "invalid_state",
      "last_admin",
    ],
    412: ["precondition_failed"],
    413: ["payload_too_large"],
    415: ["unsupported_media_type"],
    422: [
      "validation_failed",
      "self_booking",
      "instructor_unavailable",
      "invalid_duration",
      "invalid_location",
      "invalid_start",
      "insufficient_notice",
      "outside_availability",
      "idempotency_mismatch",
      "invalid_token",
      "too_early",
      "too_late",
    ],
    429: ["rate_limited"],
    500: ["internal_error"],
  } as const;
  for (const [status, codes] of Object.entries(byStatus)) {
    for (const code of codes) expect([code, statusOf(code)]).toEqual([code, Number(status)]);
  }
});

test("what a refusal knows is told: its sentence, its fields, its alternatives as instants", async () => {
  const error = new DomainError("slot_taken", {
    detail: "Taken a moment ago.",
    errors: [{ path: "start_time", message: "is taken" }],
    alternatives: [Date.UTC(2026, 11, 1, 14), Date.UTC(2026, 11, 1, 15, 30)],
  });
  expect(await toProblemResponse(error, "r1").json()).toMatchObject({
    detail: "Taken a moment ago.",
    errors: [{ path: "start_time", message: "is taken" }],
    alternatives: ["2026-12-01T14:00:00Z", "2026-12-01T15:30:00Z"],
  });
});

test("a 422 names the field to blame, and no field where it is about none", async () => {
  const pathOf = async (error: DomainError) => {
    const { errors } = (await toProblemResponse(error, "r1").json()) as { errors: unknown };
    return errors;
  };
  const blame = (path: string, message: string) => [{ path, message }];
  const late = new DomainError("too_late");
  const outside = new DomainError("outside_availability");
  const byInstant = new DomainError("outside_availability", { field: "start_at" });
  expect(await pathOf(late)).toEqual(blame("", titleOf("too_late")));
  expect(await pathOf(outside)).toEqual(blame("start_time", titleOf("outside_availability")));
  expect(await pathOf(byInstant)).toEqual(blame("start_at", titleOf("outside_availability")));
  expect(await pathOf(new DomainError("slot_taken", { field: "start_at" }))).toBeUndefined();
});

test("of an unexpected error nothing is told", async () => {
  for (const thrown of [new Error("SELECT password_hash FROM users"), "a secret", null]) {
    const text = await toProblemResponse(thrown, "r1").text();
    expect(JSON.parse(text)).toMatchObject({ status: 500, code: "internal_error" });
    expect(text).not.toMatch(/SELECT|secret|stack/);
  }
});

test("a limit is told with what was allowed and when it ends", () => {
  const limit = { name: "sign-in", quota: 5, windowSeconds: 60, remaining: 0, resetSeconds: 42 };
  const { status, headers } = toProblemResponse(new DomainError("rate_limited", { limit }), "r1");
  expect(status).toBe(429);
  expect(Object.fromEntries(headers)).toMatchObject({
    "retry-after": "42",
    ratelimit: '"sign-in";r=0;t=42',
    "ratelimit-policy": '"sign-in";q=5;w=60',
  });
});
