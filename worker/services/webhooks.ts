import type { WebhookRepository } from "../../db/repositories/webhooks.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import type { Page } from "../domain/catalog.ts";
import { DomainError, invalidField } from "../domain/errors.ts";
import {
  WEBHOOKS_AT_MOST,
  type Webhook,
  type WebhookDelivery,
  type WebhookEvent,
} from "../domain/webhook.ts";
import { findTargetProblem, type TargetRules } from "../domain/webhook-url.ts";
import type { RandomSource } from "../platform/random.ts";
import type { WebhookSecrets } from "./webhook-secrets.ts";

/** Throws `not_found` for a webhook or an event that is not theirs. */
export interface WebhookService {
  /** Newest first. */
  list(actor: Actor | null): Promise<Webhook[]>;
  get(actor: Actor | null, id: string): Promise<Webhook>;
  /**
   * The secret is told here and never again. Throws `validation_failed` for a target that is not open to
   * everybody, `limit_reached`, `not_found` without a profile to teach with.
   */
  create(
    actor: Actor | null,
    request: { url: string; events: WebhookEvent[] },
  ): Promise<Webhook & { secret: string }>;
  /** Nothing is sent any more, and the log is gone. */
  delete(actor: Actor | null, id: string): Promise<void>;
  /** A new secret, told this once; for a day the one before signs too. */
  rotateSecret(actor: Actor | null, id: string): Promise<Webhook & { secret: string }>;
  /** Newest first. */
  listDeliveries(
    actor: Actor | null,
    id: string,
    paging: { page: number; perPage: number },
  ): Promise<Page<WebhookDelivery>>;
  /** Sends an event again, under the same id. What still waits to be sent goes on waiting. */
  replay(actor: Actor | null, id: string, eventId: string): Promise<void>;
}

export interface WebhookDependencies {
  webhooks: WebhookRepository;
  secrets: WebhookSecrets;
  targets: TargetRules;
  /** Lets the outbox be looked at soon. */
  announce: (instructorId: string) => void;
  random: RandomSource;
  now: number;
}

export function createWebhookService(dependencies: WebhookDependencies): WebhookService {
  const { webhooks, secrets, announce, now } = dependencies;
  const withSecret = async (webhook: Webhook) => ({
    ...webhook,
    secret: await secrets.current(webhook),
  });

  return {
    list: async (actor) => await webhooks.list(ownerOf(actor)),

    get: async (actor, id) => found(await webhooks.find(ownerOf(actor), id)),

    async create(actor, request) {
      return await withSecret(await createWebhook(dependencies, ownerOf(actor), request));
    },

    async delete(actor, id) {
      if (!(await webhooks.delete(ownerOf(actor), id))) throw new DomainError("not_found");
    },

    async rotateSecret(actor, id) {
      return await withSecret(found(await webhooks.rotate(ownerOf(actor), id, now)));
    },

    async listDeliveries(actor, id, { page, perPage }) {
      const paging = { limit: perPage, offset: (page - 1) * perPage };
      const log = found(await webhooks.listDeliveries(ownerOf(actor), id, paging));
      return { ...log, page, perPage };
    },

    async replay(actor, id, eventId) {
      const owner = ownerOf(actor);
      const isKnown = await webhooks.replay(owner, { id, eventId, now });
      if (!isKnown) throw new DomainError("not_found");
      announce(owner);
    },
  };
}

async function createWebhook(
  { webhooks, targets, random, now }: WebhookDependencies,
  owner: string,
  { url, events }: { url: string; events: WebhookEvent[] },
): Promise<Webhook> {
  const problem = findTargetProblem(url, targets);
  if (problem) throw invalidField("url", problem);
  const webhook: Webhook = {
    id: random.newId(),
    url: new URL(url).href,
    events: [...new Set(events)],
    secretVersion: 1,
    rotatedAt: null,
    createdAt: now,
  };
  const outcome = await webhooks.insert(owner, webhook, WEBHOOKS_AT_MOST);
  if (outcome === "no_profile") throw new DomainError("not_found");
  if (outcome === "too_many") throw new DomainError("limit_reached");
  return webhook;
}

function ownerOf(actor: Actor | null): string {
  return assertPermission(actor, "manage_instructor_profile").id;
}

function found<T>(record: T | null): T {
  if (record === null) throw new DomainError("not_found");
  return record;
}
