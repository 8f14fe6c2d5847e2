import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { buildDocument } from "../openapi/document.ts";
import { listDescribedRoutes } from "../openapi/routes.ts";

const api = createTestApi({ now: "2026-12-01T15:00:00Z" });
const PATH = "/api/openapi.json";

test("what is served describes the routes as they are, for any site", async () => {
  const { status, json, headers } = await api.get(PATH, { headers: { origin: "https://a.test" } });
  expect(status).toBe(200);
  expect(json).toEqual(JSON.parse(JSON.stringify(await buildDocument(listDescribedRoutes()))));
  expect(headers.get("content-type")).toBe("application/json");
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("cache-control")).toBe("public, max-age=300");
});

test("whoever has the description is told so without another copy", async () => {
  const etag = (await api.get(PATH)).headers.get("etag") ?? "";
  const again = await api.get(PATH, { headers: { "if-none-match": etag } });
  expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
  const other = await api.get(PATH, { headers: { "if-none-match": '"other"' } });
  expect(other.status).toBe(200);
});

test("the description takes no parameter", async () => {
  const { status, json } = await api.get(`${PATH}?format=yaml`);
  expect([status, json.code]).toEqual([400, "unknown_parameter"]);
});
