import { expect, test } from "vitest";
import { assertDescribed } from "./contract.ts";

const SITE = "http://localhost";
const HEALTH = `${SITE}/api/healthz`;

const problem = (status: number, code: string, more: object = {}) => ({
  type: `urn:instainstru:problem:${code}`,
  title: "No.",
  status,
  detail: "No.",
  code,
  request_id: "r",
  ...more,
});

function check(url: string, status: number, body: unknown, method = "GET") {
  const text = body === "" ? "" : JSON.stringify(body);
  const type = status < 400 ? "application/json" : "application/problem+json";
  const response = new Response(null, { status, headers: { "content-type": type } });
  assertDescribed(method, url, response, text);
}

test("an answer as it is described passes, one field more, less or other does not", () => {
  check(HEALTH, 200, { status: "ok", version: "1" });
  expect(() => check(HEALTH, 200, { status: "ok" })).toThrow("GET /api/healthz: 200 is not as");
  expect(() => check(HEALTH, 200, { status: "ok", version: 1 })).toThrow("version");
  expect(() => check(HEALTH, 200, { status: "ok", version: "1", x: 1 })).toThrow("x");
});

test("a status or a refusal that the route does not describe does not pass", () => {
  expect(() => check(HEALTH, 202, { status: "ok", version: "1" })).toThrow("202 is not described");
  check(HEALTH, 500, problem(500, "internal_error"));
  expect(() => check(HEALTH, 404, problem(404, "not_found"))).toThrow("404 not_found");
  expect(() => check(HEALTH, 500, problem(500, "no_such_code"))).toThrow("500 is no problem");
  expect(() => check(HEALTH, 500, problem(500, "internal_error", { sql: "" }))).toThrow("sql");
});

test("an answer without a body has none, and a file is of the kind that is described", () => {
  check(`${SITE}/api/auth/sessions`, 204, "", "DELETE");
  expect(() => check(`${SITE}/api/auth/sessions`, 204, {}, "DELETE")).toThrow("204 has a body");
  const calendar = `${SITE}/api/bookings/b/calendar.ics`;
  expect(() => check(calendar, 200, "text")).toThrow("and not text/calendar");
});

test("of routes that both fit a path, the one that says more literally is meant", () => {
  const profile = `${SITE}/api/instructors/me`;
  check(profile, 403, problem(403, "forbidden"));
  expect(() => check(profile, 400, problem(400, "unknown_parameter"))).toThrow(
    "GET /api/instructors/me: 400",
  );
});

test("what is no route is not looked at", () => {
  check(`${SITE}/api/nothing`, 404, { anything: true });
});
