import { expect, test } from "vitest";
import { createTestApi } from "../api.ts";

// Without a build of the pages behind it: what is let through is "not found" here.
const api = createTestApi({ now: "2026-12-01T15:00:00Z" });

test("a page takes a form as a browser sends it, and refuses every other body before it is read", async () => {
  const form = "application/x-www-form-urlencoded";
  const send = (type: string) =>
    api.send("/login", { method: "POST", body: "a=b", headers: { "content-type": type } });
  for (const type of [form, `${form};charset=UTF-8`, form.toUpperCase()]) {
    expect([type, (await send(type)).status]).toEqual([type, 404]);
  }
  const others = ["text/plain", "application/json", "multipart/form-data", "", `${form}x`];
  for (const type of [...others, "multipart/form-data; boundary=x", `text/plain, ${form}`]) {
    const { status, json } = await send(type);
    expect([type, status, json?.code]).toEqual([type, 415, "unsupported_media_type"]);
    expect(json.detail).toBe(`Send the form as ${form}.`);
  }
});

test("only what reads is let through to a page for another site, whatever the method is called", async () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "patch", "PROPFIND"]) {
    for (const headers of [{ origin: "https://evil.test" }, { "sec-fetch-site": "cross-site" }]) {
      const { status, json } = await api.send("/logout", { method, headers });
      expect([method, status, json?.code]).toEqual([method, 403, "csrf"]);
    }
  }
  for (const method of ["GET", "HEAD"]) {
    const { status } = await api.send("/", { method, headers: { origin: "https://evil.test" } });
    expect([method, status]).toEqual([method, 404]);
  }
});

test("a form is as limited in its size as everything else", async () => {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const send = (size: number) => api.post("/login", "x".repeat(size), { headers });
  expect((await send(65_536)).status).toBe(404);
  expect((await send(65_537)).status).toBe(413);
});
