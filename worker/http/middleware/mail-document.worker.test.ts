import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";

const api = createTestApi({ now: "2026-12-01T15:00:00Z" });

test("the document of a mail may run and load nothing, and only our own pages may frame it", async () => {
  const { headers } = await api.get("/dev/mailbox/some-id/html");
  const policy = headers.get("content-security-policy")?.split("; ");
  expect(policy).toEqual([
    "sandbox allow-popups allow-popups-to-escape-sandbox",
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ]);
  expect(headers.get("x-frame-options")).toBe("SAMEORIGIN");
  expect(headers.has("origin-agent-cluster")).toBe(false);
});

test("no other page of the mailbox may be framed or gets its policy", async () => {
  for (const path of ["/dev/mailbox", "/dev/mailbox/html", "/dev/mailbox/a/b/html", "/"]) {
    const { headers } = await api.get(path);
    expect(headers.get("x-frame-options"), path).toBe("DENY");
    expect(headers.get("content-security-policy"), path).toContain("script-src 'self' 'nonce-");
  }
});
