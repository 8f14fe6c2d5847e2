import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { toId } from "../worker/domain/id.ts";
import { type Bindings, parseSettings } from "../worker/env.ts";
import { createApp } from "../worker/http/app.ts";
import type { Log } from "../worker/platform/log.ts";
import type { RandomSource } from "../worker/platform/random.ts";
import { assertDescribed } from "./contract.ts";

export interface TestApiOptions {
  /** What the clock reads, epoch milliseconds or RFC 3339. */
  now: number | string;
  /** Settings as they would be set: `{ PUBLIC_AVAILABILITY_DETAIL_LEVEL: "summary" }`. */
  settings?: Record<string, string>;
  /** Bindings in place of the real ones, such as a KV that fails. */
  bindings?: Partial<Bindings>;
  /** Where the site is served, http://localhost unless given. */
  origin?: string;
}

export interface TestResponse {
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON; null when it is empty or something else. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back
  json: any;
}

export interface TestRequest {
  method?: string;
  /** Sent as JSON; text, bytes and streams are sent as they are. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Whoever asks: the cookie of `createStudent` and its like. */
  as?: { cookie: string };
}

/** The API inside workerd with a clock that stands where the test puts it, real D1, KV and queue. */
export function createTestApi(options: TestApiOptions) {
  const { now, settings = {}, bindings = {}, origin = "http://localhost" } = options;
  const logged: { event: string; facts: Parameters<Log>[1] }[] = [];
  const clock = { now: typeof now === "string" ? Date.parse(now) : now };
  const app = createApp({
    // Tests come from one client; those about the limits, and about measuring, set them back.
    settings: parseSettings({
      RATE_LIMIT_SCALE: "1000",
      METRICS_SAMPLE: "0",
      LOG_SAMPLE: "0",
      ...settings,
    }),
    clock: () => clock.now,
    random: testRandom,
    log: (event, facts) => {
      logged.push({ event, facts });
      if (event === "request_failed") console.error(event, facts);
    },
    version: "test",
  });

  /** Sends a request and waits also for what goes on after the answer. */
  const send = async (path: string, request: TestRequest = {}): Promise<TestResponse> => {
    const { method, body, headers = {}, as } = request;
    const context = createExecutionContext();
    const verb = method ?? (body === undefined ? "GET" : "POST");
    const response = await app.fetch(
      new Request(`${origin}${path}`, {
        method: verb,
        ...(body !== undefined && { body: toBody(body) }),
        headers: {
          ...(body !== undefined && { "content-type": "application/json" }),
          ...(as && { cookie: as.cookie }),
          ...headers,
        },
      }),
      { ...env, ...bindings },
      context,
    );
    const text = await response.text();
    await waitOnExecutionContext(context);
    assertDescribed(verb, `${origin}${path}`, response, text);
    return { status: response.status, headers: response.headers, text, json: toJson(text) };
  };

  const declared = app.routes
    .filter(({ method }) => !/^(ALL|OPTIONS)$/.test(method))
    .map(({ method, path }) => ({ method, path }));

  return {
    clock,
    logged,
    /** Every declared method and path of the API, as Hono writes them. */
    routes: declared.filter(({ path }) => path.startsWith("/api/")),
    /** The same, and what else the Worker answers without a page. */
    allRoutes: declared,
    send,
    get: (path: string, request: Omit<TestRequest, "method" | "body"> = {}) => send(path, request),
    post: (path: string, body: unknown, request: Omit<TestRequest, "method" | "body"> = {}) =>
      send(path, { ...request, method: "POST", body }),
  };
}

let serial = 0;

/** The same ids in every run, and none twice in a file. */
export const testRandom: RandomSource = {
  newId() {
    serial += 1;
    const bytes = new Uint8Array(16);
    new DataView(bytes.buffer).setUint32(12, serial);
    return toId(bytes);
  },
  newToken: () => `token-${testRandom.newId()}`,
};

function toBody(body: unknown): BodyInit {
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  return isRaw || body instanceof ReadableStream ? (body as BodyInit) : JSON.stringify(body);
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
