import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { type Bindings, parseSettings } from "../worker/env.ts";
import { createHandlers } from "../worker/handlers.ts";
import { createTestApi, type TestApiOptions, testRandom } from "./api.ts";

/** An API whose requests are measured, and the queue in which what they send waits to be delivered. */
export function createMeasuredApi(options: TestApiOptions) {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was sent
  const sent: any[] = [];
  const EVENTS = {
    send: async (message: unknown) => void sent.push(structuredClone(message)),
    metrics: async () => ({ backlogCount: sent.length, backlogBytes: 0 }),
  } as unknown as Queue;
  const api = createTestApi({
    ...options,
    settings: { METRICS_SAMPLE: "1", METRICS_HOLD_MS: "0", ...options.settings },
    bindings: { EVENTS, ...options.bindings },
  });
  return { ...api, sent };
}

let serial = 0;

/** Hands messages to the Worker as the queue would; which of them it took. */
export async function deliver(
  bodies: readonly unknown[],
  now: number,
  bindings: Partial<Bindings> = {},
): Promise<number> {
  const messages = bodies.map((body) => {
    serial += 1;
    return { id: `measured-${serial}`, body, attempts: 1, timestamp: new Date(now) };
  });
  const batch = createMessageBatch("instainstru-int-events", messages);
  const context = createExecutionContext();
  const handlers = createHandlers({
    settings: parseSettings({}),
    random: testRandom,
    clock: () => now,
    log: () => {},
  });
  await handlers.queue(batch, { ...env, ...bindings });
  return (await getQueueResult(batch, context)).explicitAcks.length;
}
