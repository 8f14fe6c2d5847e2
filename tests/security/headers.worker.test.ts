import { expect, test } from "vitest";
import { createTestApi } from "../api.ts";
import { createAdmin } from "../factories.ts";

const api = createTestApi({ now: "2026-12-01T15:00:00Z" });

/** What scripts of other sites may read. */
const OPEN = /^\/api\/(public|services|instructors|search|openapi\.json)\b(?!.*\bme\b)/;

const toPath = (pattern: string) => pattern.replaceAll(/:\w+/g, "none");

test("every route keeps its answer from pages and windows of other sites, but those that are open", async () => {
  const as = await createAdmin();
  const shared = new Set<string>();
  for (const { method, path } of api.allRoutes) {
    const { headers } = await api.send(toPath(path), { method, as });
    expect([path, headers.get("cross-origin-opener-policy")]).toEqual([path, "same-origin"]);
    const policy = headers.get("cross-origin-resource-policy");
    expect([path, ["same-origin", "cross-origin"]]).toEqual([
      path,
      expect.arrayContaining([policy]),
    ]);
    if (policy === "cross-origin") shared.add(path);
    expect(policy === "cross-origin").toBe(headers.has("access-control-allow-origin"));
  }
  expect(shared.size).toBeGreaterThan(5);
  for (const path of shared) expect(path).toMatch(OPEN);
});

test("no answer lets a script run that stands in the page, or that another site serves", async () => {
  const policies = new Set<string>();
  for (const path of ["/", "/login", "/dev/mailbox", "/nothing"]) {
    const policy = (await api.get(path)).headers.get("content-security-policy") ?? "";
    const scripts = policy.split("; ").find((part) => part.startsWith("script-src"));
    expect(scripts).toMatch(/^script-src 'self' 'nonce-[\w+/]{22}=='$/);
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
    for (const closed of ["object-src 'none'", "base-uri 'none'", "form-action 'self'"]) {
      expect(policy).toContain(closed);
    }
    policies.add(policy);
  }
  // A nonce that came twice could be guessed.
  expect(policies.size).toBe(4);
});

test("an answer of the API runs, loads and sends nothing, wherever it is opened", async () => {
  for (const path of ["/api/healthz", "/api/nothing", "/api/auth/me", "/api/openapi.json"]) {
    const policy = (await api.get(path)).headers.get("content-security-policy");
    expect([path, policy?.split("; ")]).toEqual([
      path,
      ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'none'"],
    ]);
  }
});

test("no page may use what no page needs", async () => {
  const { headers } = await api.get("/");
  const policy = headers.get("permissions-policy")?.split(", ");
  const closed = ["camera", "microphone", "geolocation", "payment", "usb", "display-capture"];
  expect(policy).toEqual(expect.arrayContaining(closed.map((feature) => `${feature}=()`)));
  expect(policy?.filter((one) => !one.endsWith("=()"))).toEqual([]);
});

test("a header of the request never becomes another header of the answer", async () => {
  const harmful = ["a\tb", "x".repeat(300), "https://evil.test", "evil,test"];
  for (const name of ["x-request-id", "x-forwarded-host", "x-forwarded-for", "referer", "accept"]) {
    for (const value of harmful) {
      const { headers } = await api.get("/api/healthz", { headers: { [name]: value } });
      expect([...headers].flat().join("\n")).not.toMatch(/evil|a\tb|x{65}/);
    }
  }
});

test("a method in a header stands for nothing: the request stays what it is", async () => {
  const as = await createAdmin();
  for (const name of ["x-http-method-override", "x-method-override", "x-http-method"]) {
    const { status } = await api.get("/api/auth/me", { as, headers: { [name]: "DELETE" } });
    expect([name, status]).toEqual([name, 200]);
  }
});
