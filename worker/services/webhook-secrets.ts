import { signingVersions, type Webhook } from "../domain/webhook.ts";
import type { TargetRules } from "../domain/webhook-url.ts";
import type { Settings } from "../env.ts";
import { hmacHex } from "../platform/hash.ts";

/** No secret at all: a run on somebody's own machine needs none. */
const LOCAL_KEY = "a key for one machine, known to everybody";

type Keys = Pick<Settings, "WEBHOOK_KEY" | "WEBHOOK_PREVIOUS_KEY">;

export interface WebhookSecrets {
  /** The secret that a webhook's owner is told. */
  current(webhook: Pick<Webhook, "id" | "secretVersion">): Promise<string>;
  /** All that sign at this instant, the current one first. */
  signing(
    webhook: Pick<Webhook, "id" | "secretVersion" | "rotatedAt">,
    now: number,
  ): Promise<string[]>;
}

/** Secrets are derived from a setting, so none is stored: whoever has the database can sign nothing. */
export function createWebhookSecrets({ WEBHOOK_KEY, WEBHOOK_PREVIOUS_KEY }: Keys): WebhookSecrets {
  const key = WEBHOOK_KEY ?? LOCAL_KEY;
  const keys = WEBHOOK_PREVIOUS_KEY === null ? [key] : [key, WEBHOOK_PREVIOUS_KEY];
  const derive = async (from: string, id: string, version: number) =>
    `whsec_${await hmacHex(from, `webhook ${id} ${version}`)}`;
  return {
    current: ({ id, secretVersion }) => derive(key, id, secretVersion),
    signing: async (webhook, now) =>
      await Promise.all(
        keys.flatMap((one) =>
          signingVersions(webhook, now).map((version) => derive(one, webhook.id, version)),
        ),
      ),
  };
}

/** Where this site's webhooks may go. */
export function toTargetRules({
  SITE_URL,
  WEBHOOK_ALLOW_LOOPBACK,
}: Pick<Settings, "SITE_URL" | "WEBHOOK_ALLOW_LOOPBACK">): TargetRules {
  return { allowLoopback: WEBHOOK_ALLOW_LOOPBACK, ownHost: new URL(SITE_URL).hostname };
}
