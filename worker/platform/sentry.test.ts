import { expect, test } from "vitest";
import type { Log } from "./log.ts";
import { parseSentryDsn, type SentryTarget, withSentry } from "./sentry.ts";

const DSN = "https://abc123@o1.ingest.example.com/42";
const TARGET = parseSentryDsn(DSN) as SentryTarget;

function createLog(answer: () => Promise<Response>) {
  const logged: [string, object][] = [];
  const sent: { url: string; init: RequestInit }[] = [];
  const deferred: Promise<unknown>[] = [];
  const plain: Log = (event, facts) => void logged.push([event, facts]);
  const log = withSentry(plain, {
    target: TARGET,
    environment: "prod",
    release: "v1",
    clock: () => Date.UTC(2026, 11, 1, 15),
    newEventId: () => "0".repeat(32),
    fetcher: async (url, init) => {
      sent.push({ url: String(url), init: init ?? {} });
      return await answer();
    },
    defer: (work) => void deferred.push(work),
  });
  return { log, logged, sent, settle: () => Promise.all(deferred) };
}

test("a DSN names a host, a project and a key, and nothing else is one", () => {
  expect(TARGET).toEqual({
    dsn: DSN,
    url: "https://o1.ingest.example.com/api/42/envelope/",
    key: "abc123",
  });
  for (const bad of [
    "",
    "nonsense",
    "http://abc@o1.example.com/42",
    "https://o1.example.com/42",
    "https://abc@o1.example.com/",
    "https://abc@o1.example.com/x",
    "https://abc:secret@o1.example.com/42",
  ]) {
    expect([bad, parseSentryDsn(bad)]).toEqual([bad, null]);
  }
});

test("a failure is logged and told as an envelope with what the log says and no more", async () => {
  const { log, logged, sent, settle } = createLog(async () => new Response("{}"));
  const facts = { request_id: "r1", method: "GET", error: "TypeError: x: is not a function" };
  log("request_failed", facts);
  await settle();
  expect(logged).toEqual([["request_failed", facts]]);
  expect(sent.map(({ url }) => url)).toEqual([TARGET.url]);
  expect(sent[0]?.init.headers).toMatchObject({
    "x-sentry-auth": expect.stringContaining("sentry_key=abc123"),
  });
  const lines = String(sent[0]?.init.body)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    { event_id: "0".repeat(32), sent_at: "2026-12-01T15:00:00.000Z", dsn: DSN },
    { type: "event" },
    {
      event_id: "0".repeat(32),
      timestamp: "2026-12-01T15:00:00.000Z",
      platform: "javascript",
      level: "error",
      environment: "prod",
      release: "v1",
      transaction: "request_failed",
      exception: { values: [{ type: "TypeError", value: "x: is not a function" }] },
      extra: { request_id: "r1", method: "GET" },
    },
  ]);
});

test("what is no failure is only logged", async () => {
  const { log, logged, sent } = createLog(async () => new Response());
  log("job_done", { job: "remind", sent: 3 });
  expect([logged.length, sent.length]).toEqual([1, 0]);
});

test("a Sentry that refuses or cannot be reached is told in the log, once, and fails nothing", async () => {
  const refused = createLog(async () => new Response(null, { status: 429 }));
  const gone = createLog(async () => {
    throw new Error("no route to host");
  });
  for (const { log, settle } of [refused, gone]) {
    log("job_failed", { error: "Error: any" });
    await settle();
  }
  expect(refused.logged.map(([event]) => event)).toEqual(["job_failed", "sentry_refused"]);
  expect(gone.logged.map(([event]) => event)).toEqual(["job_failed", "sentry_unreachable"]);
  expect([refused.sent.length, gone.sent.length]).toEqual([1, 1]);
});
