import * as v from "valibot";
import { ACCOUNT_STATUSES } from "../domain/actor.ts";
import { toRfc3339 } from "../domain/local-time.ts";
import type { AuditEntry, LessonCounts, Person, PersonSummary } from "../domain/people.ts";
import { ROLES } from "../domain/permission.ts";
import { isWellFormed, pageEntries } from "./common.ts";

const RoleName = v.picklist(ROLES, `must be one of ${ROLES.join(", ")}`);
const Status = v.picklist(ACCOUNT_STATUSES, `must be one of ${ACCOUNT_STATUSES.join(", ")}`);

/** The beginning of an address or a name; blank is the same as absent. */
const SearchText = v.pipe(
  v.string(),
  v.check(isWellFormed, "has characters that are not text"),
  v.check((text) => !/\p{Cc}/u.test(text), "has characters that are not text"),
  v.trim(),
  v.maxLength(100, "is longer than 100 characters"),
);

export const PeopleQuery = v.strictObject({
  q: v.optional(SearchText, ""),
  role: v.optional(RoleName),
  status: v.optional(Status),
  ...pageEntries,
});

export const RolesBody = v.strictObject({
  roles: v.pipe(
    v.array(RoleName, "must be a list of roles"),
    v.maxLength(ROLES.length, `has more than ${ROLES.length} roles`),
  ),
});

export const OverrideBody = v.strictObject({ granted: v.boolean("must be true or false") });

export const StatusBody = v.strictObject({ status: Status });

/** An account in the list. */
export function toPersonSummaryJson(person: PersonSummary) {
  return {
    id: person.id,
    email: person.email,
    first_name: person.firstName,
    last_name: person.lastName,
    roles: person.roles,
    account_status: person.status,
    created_at: toRfc3339(person.createdAt),
    ...(person.lastSeenAt !== null && { last_seen_at: toRfc3339(person.lastSeenAt) }),
  };
}

/** An account with everything about it. */
export function toPersonJson(person: Person) {
  const { emailVerifiedAt } = person;
  return {
    ...toPersonSummaryJson(person),
    timezone: person.timezone,
    ...(emailVerifiedAt !== null && { email_verified_at: toRfc3339(emailVerifiedAt) }),
    has_instructor_profile: person.hasInstructorProfile,
    permissions: person.permissions,
    overrides: person.overrides.map(({ permission, granted, createdAt }) => ({
      permission,
      granted,
      created_at: toRfc3339(createdAt),
    })),
    bookings: {
      as_student: toCountsJson(person.lessons.asStudent),
      as_instructor: toCountsJson(person.lessons.asInstructor),
    },
    audit: person.audit.map(toAuditJson),
  };
}

function toCountsJson({ noShow, ...counts }: LessonCounts) {
  return { ...counts, no_show: noShow };
}

function toAuditJson({ id, action, details, actor, createdAt }: AuditEntry) {
  return {
    id,
    action,
    details,
    ...(actor && {
      actor: { id: actor.id, first_name: actor.firstName, last_name: actor.lastName },
    }),
    created_at: toRfc3339(createdAt),
  };
}
