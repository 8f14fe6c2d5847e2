import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  getQueueResult,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { createHmac } from "node:crypto";
import { parseSettings } from "../worker/env.ts";
import { createHandlers } from "../worker/handlers.ts";
import { createTestApi, testRandom } from "./api.ts";
import { query } from "./database.ts";
import type { TestPerson } from "./factories.ts";

export interface Received {
  url: string;
  id: string;
  signature: string;
  body: string;
  redirect: string;
}

interface ReceiverOptions {
  now: number;
  /** What the receivers do; they answer 200 unless given. */
  answer?: (received: Received, signal: AbortSignal) => Response | Promise<Response>;
  settings?: Record<string, string>;
  db?: D1Database;
}

/** The Worker's way of telling webhooks, with receivers that write down what they get. */
export function createTestReceivers({ now, answer, settings = {}, db = env.DB }: ReceiverOptions) {
  const clock = { now };
  const received: Received[] = [];
  const announced: unknown[] = [];
  const fetcher: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const one = {
      url: request.url,
      id: request.headers.get("webhook-id") ?? "",
      signature: request.headers.get("webhook-signature") ?? "",
      body: await request.text(),
      redirect: String(init?.redirect),
    };
    received.push(one);
    const signal = init?.signal ?? new AbortController().signal;
    return answer ? await answer(one, signal) : new Response("thanks");
  };
  const handlers = createHandlers({
    settings: parseSettings(settings),
    clock: () => clock.now,
    random: testRandom,
    log: () => undefined,
    fetcher,
  });
  const send = async (message: unknown) => void announced.push(message);
  const bindings = { ...env, DB: db, WEBHOOKS: { send } as unknown as Queue };
  return {
    clock,
    received,
    /** What the queue was told by a tick. */
    announced,
    /** Hands a message to the Worker as the queue would; whether it is done with. */
    async deliver(body: unknown): Promise<"acked" | "retried"> {
      const message = { id: "0", timestamp: new Date(now), attempts: 1, body };
      const batch = createMessageBatch("instainstru-int-webhooks", [message]);
      await handlers.queue(batch, bindings);
      const result = await getQueueResult(batch, createExecutionContext());
      return result.explicitAcks.length === 1 ? "acked" : "retried";
    },
    tick: () => handlers.scheduled(createScheduledController(), bindings),
  };
}

export const messageFor = ({ id }: TestPerson) => ({ kind: "webhooks", instructor_id: id });

const ALL_EVENTS = ["created", "rescheduled", "cancelled", "completed", "no_show"].map(
  (name) => `booking.${name}`,
);

export async function createWebhook(
  as: TestPerson,
  given: { now: number; url?: string; events?: string[] },
): Promise<{ id: string; secret: string }> {
  const { now, url = "https://hooks.example.com/in", events = ALL_EVENTS } = given;
  const { status, json } = await createTestApi({ now }).post(
    "/api/webhooks",
    { url, events },
    { as },
  );
  if (status !== 201) throw new Error(`No webhook: ${status} ${JSON.stringify(json)}`);
  return json;
}

/** What is signed, by another implementation than ours. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return `v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
}

/** The log as it lies there, oldest first. */
export async function deliveriesOf(webhookId: string) {
  return await query<{
    event_id: string;
    type: string;
    status: string;
    attempts: number;
    next_attempt_at: number;
    last_status: number | null;
    last_error: string | null;
  }>("SELECT * FROM webhook_deliveries WHERE webhook_id = ? ORDER BY rowid", webhookId);
}
