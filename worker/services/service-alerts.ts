import type { ServiceAlertRepository } from "../../db/repositories/service-alerts.ts";
import { type Actor, assertSignedIn } from "../domain/actor.ts";
import type { Catalog } from "../domain/catalog.ts";
import { DomainError } from "../domain/errors.ts";

/** "Tell me when someone does": a mail as soon as somebody teaches the service. */
export interface ServiceAlertService {
  /** Throws `not_found` for a service that the catalog does not have. Twice is as good as once. */
  request(actor: Actor | null, serviceSlug: string): Promise<void>;
  withdraw(actor: Actor | null, serviceSlug: string): Promise<void>;
  /** Slugs of the services that the person waits for. */
  list(actor: Actor | null): Promise<string[]>;
}

export function createServiceAlertService({
  alerts,
  catalog,
  now,
}: {
  alerts: ServiceAlertRepository;
  catalog: Catalog;
  now: number;
}): ServiceAlertService {
  const assertService = (slug: string) => {
    if (!catalog.services.some((service) => service.slug === slug)) {
      throw new DomainError("not_found");
    }
  };
  return {
    async request(actor, serviceSlug) {
      const { id } = assertSignedIn(actor);
      assertService(serviceSlug);
      await alerts.request(id, serviceSlug, now);
    },
    async withdraw(actor, serviceSlug) {
      const { id } = assertSignedIn(actor);
      assertService(serviceSlug);
      await alerts.withdraw(id, serviceSlug);
    },
    list: async (actor) => await alerts.listPending(assertSignedIn(actor).id),
  };
}
