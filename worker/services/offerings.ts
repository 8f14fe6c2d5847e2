import type { OfferingRepository } from "../../db/repositories/offerings.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import type { Page, Service } from "../domain/catalog.ts";
import { DomainError, invalidField } from "../domain/errors.ts";
import {
  assertLocations,
  getOffered,
  MOST_OFFERINGS,
  type OfferingChanges,
  type OfferingFacts,
  type OwnOffering,
} from "../domain/teaching-profile.ts";
import type { RandomSource } from "../platform/random.ts";

/** What an instructor offers, for their own eyes. Somebody else's ids are `not_found`. */
export interface OfferingService {
  /** Shown and hidden ones, oldest first. Throws `not_found` for those who do not teach. */
  list(actor: Actor | null, query: { page: number; perPage: number }): Promise<Page<OwnOffering>>;
  /** Takes a hidden offering of the service up again. Throws `service_offered`, `validation_failed`. */
  create(actor: Actor | null, serviceSlug: string, facts: OfferingFacts): Promise<OwnOffering>;
  /** Booked lessons keep what they were booked with. Throws `validation_failed`. */
  update(actor: Actor | null, offeringId: string, changes: OfferingChanges): Promise<OwnOffering>;
  /** Hides one that was ever booked. Doing it again does nothing. */
  remove(actor: Actor | null, offeringId: string): Promise<void>;
}

export interface OfferingDependencies {
  offerings: OfferingRepository;
  services: readonly Service[];
  random: RandomSource;
  now: number;
}

export function createOfferingService({
  offerings,
  services,
  random,
  now,
}: OfferingDependencies): OfferingService {
  const getOwn = async (instructorId: string, offeringId: string) => {
    const offering = await offerings.find(instructorId, offeringId);
    if (!offering) throw new DomainError("not_found");
    return offering;
  };
  return {
    async list(actor, { page, perPage }) {
      const { id } = assertPermission(actor, "manage_services");
      const window = { limit: perPage, offset: (page - 1) * perPage };
      const found = await offerings.list(id, window);
      if (!found) throw new DomainError("not_found");
      return { ...found, page, perPage };
    },

    async create(actor, serviceSlug, facts) {
      const { id } = assertPermission(actor, "manage_services");
      assertLocations(facts.locationTypes, getOffered(serviceSlug, services));
      const given = { ...facts, id: random.newId(), serviceSlug };
      const { isWritten, offering } = await offerings.insert(id, given, now);
      if (isWritten && offering) return offering;
      if (offering?.isActive) throw new DomainError("service_offered");
      const found = await offerings.list(id, { limit: 1, offset: 0 });
      if (!found || found.total < MOST_OFFERINGS) throw new DomainError("not_found");
      throw invalidField("service", tooMany);
    },

    async update(actor, offeringId, changes) {
      const { id } = assertPermission(actor, "manage_services");
      const { service } = await getOwn(id, offeringId);
      assertLocations(changes.locationTypes ?? [], getOffered(service.slug, services));
      const offering = await offerings.update(id, offeringId, changes, now);
      if (!offering) throw new DomainError("not_found");
      if (changes.isActive && !offering.isActive) throw invalidField("is_active", tooMany);
      return offering;
    },

    async remove(actor, offeringId) {
      const { id } = assertPermission(actor, "manage_services");
      await getOwn(id, offeringId);
      await offerings.remove(id, offeringId, now);
    },
  };
}

const tooMany = `makes more than ${MOST_OFFERINGS} services`;
