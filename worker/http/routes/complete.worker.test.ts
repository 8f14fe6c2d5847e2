import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";

const api = createTestApi({ now: "2026-12-01T15:00:00Z" });

test("services, categories and areas are suggested by the beginning of a word, at most eight", async () => {
  const { status, json, headers } = await api.get("/api/search/complete?q=harl");
  expect(status).toBe(200);
  expect(json.items).toContainEqual({ kind: "area", slug: "harlem", name: "Harlem" });
  expect(headers.get("cache-control")).toBe("public, max-age=3600");
  const many = await api.get("/api/search/complete?q=s");
  expect(many.json.items).toHaveLength(8);
});

test("any site may ask, and only for what can be answered", async () => {
  const { headers } = await api.get("/api/search/complete?q=piano");
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect((await api.get("/api/search/complete")).status).toBe(400);
  expect((await api.get("/api/search/complete?q=a&limit=9")).json.code).toBe("unknown_parameter");
  expect((await api.get(`/api/search/complete?q=${"a".repeat(201)}`)).status).toBe(400);
});
