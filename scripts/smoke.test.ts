import { expect, test } from "vitest";
import { type Answers, GOOD, withSite } from "../tests/tiers/site.ts";
import { findSmoke } from "./smoke.ts";

test("a site is well that serves the new version, reaches its database and shows a page", async () => {
  const look = (answers: Answers, timeoutMs = 20_000) =>
    withSite(answers, (url) => findSmoke(url, "new", { waitSeconds: 0, timeoutMs }));
  expect(await look(GOOD)).toBeNull();
  const old: [number, string] = [200, '{"version":"old"}'];
  expect(await look({ ...GOOD, "/api/healthz": old })).toContain("serves version old");
  expect(await look({ ...GOOD, "/api/readyz": [503, "{}"] })).toContain("database is not reached");
  expect(await look({ ...GOOD, "/": [500, "<h1>"] })).toContain("answers 500");
  expect(await look({ ...GOOD, "/": [200, "nothing"] })).toContain("first page");
  expect(await look({ ...GOOD, "/api/healthz": [200, "<html>"] })).toContain("does not answer");
  expect(await look({ ...GOOD, "/api/readyz": null }, 500)).toContain("does not answer");
});

test("a version that arrives late is waited for", async () => {
  const answers: Answers = { ...GOOD, "/api/healthz": [200, '{"version":"old"}'] };
  const arriving = (url: string) => {
    setTimeout(() => Object.assign(answers, GOOD), 20);
    return findSmoke(url, "new", { waitSeconds: 20, pauseMs: 5 });
  };
  expect(await withSite(answers, arriving)).toBeNull();
});

test("a site that is not there is told in a sentence", async () => {
  const problem = await findSmoke("http://127.0.0.1:1", "new", { waitSeconds: 0 });
  expect(problem).toMatch(/^http:\/\/127\.0\.0\.1:1 does not answer: .*\.$/);
  expect(await findSmoke("", "new", { waitSeconds: 0 })).toContain("does not answer");
});
