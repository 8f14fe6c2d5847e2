import type { PeopleFilter, PeopleRepository, PersonRecord } from "../../db/repositories/people.ts";
import { type AccountStatus, type Actor, assertPermission } from "../domain/actor.ts";
import type { Page } from "../domain/catalog.ts";
import { DomainError } from "../domain/errors.ts";
import {
  canChangeStatus,
  neededForOverride,
  type Person,
  type PersonSummary,
  parsePermission,
  type RightsDeed,
  toPermissionDeed,
  toRolesDeed,
  toStatusDeed,
} from "../domain/people.ts";
import type { Role } from "../domain/permission.ts";
import type { AvailabilityCache } from "../platform/availability-cache.ts";
import type { RandomSource } from "../platform/random.ts";

/** Each time somebody else has changed the person meanwhile; so many times in a row is no accident. */
const MOST_ATTEMPTS = 5;

export interface PeopleList extends PeopleFilter {
  page: number;
  perPage: number;
}

/**
 * Looking after accounts. Every change is written to the audit log in the same transaction; making
 * the same change again writes nothing. All throw `not_found` for unknown and erased people.
 */
export interface PeopleService {
  list(actor: Actor | null, query: PeopleList): Promise<Page<PersonSummary>>;
  get(actor: Actor | null, personId: string): Promise<Person>;
  /** Throws `last_admin`. */
  setRoles(actor: Actor | null, personId: string, roles: readonly Role[]): Promise<Person>;
  /** Grants or revokes beside the roles; null takes the exception back. Throws `last_admin`. */
  setOverride(
    actor: Actor | null,
    personId: string,
    permission: string,
    granted: boolean | null,
  ): Promise<Person>;
  /** Throws `future_bookings`, `last_admin`, and `forbidden` for one's own. */
  setStatus(actor: Actor | null, personId: string, status: AccountStatus): Promise<Person>;
}

export interface PeopleDependencies {
  people: PeopleRepository;
  cache: AvailabilityCache;
  random: RandomSource;
  now: number;
}

export function createPeopleService(dependencies: PeopleDependencies): PeopleService {
  const { people, cache, now } = dependencies;
  return {
    async list(actor, { page, perPage, ...filter }) {
      assertPermission(actor, "view_all_users");
      const window = { limit: perPage, offset: (page - 1) * perPage };
      return { ...(await people.list(filter, window)), page, perPage };
    },

    async get(actor, personId) {
      assertPermission(actor, "view_all_users");
      return toKnown(await people.find(personId, now)).person;
    },

    async setRoles(actor, personId, roles) {
      const { id } = assertPermission(actor, "manage_roles");
      return await change(dependencies, id, personId, (person) => toRolesDeed(person, roles));
    },

    async setOverride(actor, personId, name, granted) {
      const { id } = assertPermission(actor, "manage_permissions");
      const permission = parsePermission(name);
      for (const needed of neededForOverride(permission)) assertPermission(actor, needed);
      return await change(dependencies, id, personId, (person) =>
        toPermissionDeed(person, permission, granted),
      );
    },

    async setStatus(actor, personId, status) {
      const admin = assertPermission(actor, "manage_users");
      if (!canChangeStatus(admin, personId)) throw new DomainError("forbidden");
      const person = await change(dependencies, admin.id, personId, (known) =>
        toStatusDeed(known, status),
      );
      if (person.hasInstructorProfile) await cache.drop([personId]);
      return person;
    },
  };
}

/** Reads, decides and writes; begins anew when somebody else has changed the person in between. */
async function change(
  { people, random, now }: PeopleDependencies,
  actorId: string,
  personId: string,
  toDeed: (person: Person) => RightsDeed | null,
): Promise<Person> {
  let record = await people.find(personId, now);
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const { person, version } = toKnown(record);
    const deed = toDeed(person);
    if (!deed) return person;
    const entry = { ...deed, id: random.newId(), actorId, subjectId: personId, createdAt: now };
    const outcome = await people.change(entry, version);
    if (outcome.kind === "last_admin") throw new DomainError("last_admin");
    record = outcome.record;
    if (outcome.kind === "changed") return toKnown(record).person;
    if (record?.version === version && isHeldByLessons(record.person, deed)) {
      throw new DomainError("future_bookings");
    }
  }
  throw new DomainError("precondition_failed");
}

function isHeldByLessons({ lessons }: Person, deed: RightsDeed): boolean {
  const ahead = lessons.asStudent.upcoming + lessons.asInstructor.upcoming;
  return deed.action === "status_changed" && deed.details.to === "deactivated" && ahead > 0;
}

function toKnown(record: PersonRecord | null): PersonRecord {
  if (!record) throw new DomainError("not_found");
  return record;
}
