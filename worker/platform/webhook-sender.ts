import { hmacHex } from "./hash.ts";

const PATIENCE_MS = 5000;

export interface WebhookRequest {
  url: string;
  /** The same for every attempt, so that the receiver can tell what it has already. */
  id: string;
  body: string;
  secrets: readonly string[];
  /** When it is signed, epoch ms. */
  now: number;
}

/**
 * Posts a signed event, follows no redirect and looks at nothing but the status of the answer. Throws
 * when there is none within five seconds.
 */
export async function postWebhook(
  { url, id, body, secrets, now }: WebhookRequest,
  fetcher: typeof fetch,
): Promise<number> {
  const response = await fetcher(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": "iNSTAiNSTRU-Webhooks/1",
      "webhook-id": id,
      "webhook-signature": await sign(body, secrets, now),
    },
    body,
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await response.body?.cancel().catch(() => undefined);
  return response.status;
}

/** `t=<seconds>,v1=<hex>`, with a `v1` for each secret. */
async function sign(body: string, secrets: readonly string[], now: number): Promise<string> {
  const seconds = Math.floor(now / 1000);
  const signatures = await Promise.all(
    secrets.map(async (secret) => `v1=${await hmacHex(secret, `${seconds}.${body}`)}`),
  );
  return [`t=${seconds}`, ...signatures].join(",");
}
