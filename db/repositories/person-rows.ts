import { type SQL, sql } from "drizzle-orm";
import type { AccountStatus } from "../../worker/domain/actor.ts";
import type { AuditDeed } from "../../worker/domain/audit.ts";
import { LONGEST_LESSON_MS } from "../../worker/domain/booking.ts";
import type { AuditEntry, LessonCounts, Person } from "../../worker/domain/people.ts";
import {
  effectivePermissions,
  type Permission,
  type Role,
} from "../../worker/domain/permission.ts";

/** How much of what was done to somebody is shown. */
const AUDIT_SHOWN = 50;

interface AccountRow {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  timezone: string;
  status: AccountStatus;
  emailVerifiedAt: number | null;
  createdAt: number;
  lastSeenAt: number | null;
  hasInstructorProfile: number;
  auditCount: number;
}

type RightRow =
  | { kind: "role"; name: Role }
  | { kind: "permission"; name: Permission }
  | { kind: "override"; name: Permission; granted: number; createdAt: number };

interface LessonRow extends LessonCounts {
  side: "student" | "instructor";
}

interface AuditRow {
  id: string;
  action: AuditDeed["action"];
  details: string;
  createdAt: number;
  actorId: string | null;
  actorFirstName: string | null;
  actorLastName: string | null;
}

export type PersonRows = [AccountRow, RightRow, LessonRow, AuditRow];

/** When somebody `AS u` was last seen, as far as there are sessions that tell. */
export const lastSeenAt = sql`(SELECT max(last_seen_at) FROM sessions WHERE user_id = u.id)`;

/** All that is shown of one account that is not erased; `toPerson` reads what they answer. */
export function personQueries(id: string, now: number): [SQL, SQL, SQL, SQL] {
  return [
    sql`SELECT u.id AS id, u.email AS email, u.first_name AS firstName, u.last_name AS lastName,
        u.timezone AS timezone, u.status AS status, u.email_verified_at AS emailVerifiedAt,
        u.created_at AS createdAt, ${lastSeenAt} AS lastSeenAt,
        EXISTS (SELECT 1 FROM instructors WHERE id = u.id) AS hasInstructorProfile,
        (SELECT count(*) FROM audit_log WHERE subject_id = u.id) AS auditCount
      FROM users AS u WHERE u.id = ${id} AND u.erased_at IS NULL`,
    sql`SELECT 'role' AS kind, role AS name, NULL AS granted, NULL AS createdAt
        FROM user_roles WHERE user_id = ${id}
      UNION ALL
      SELECT 'permission', rp.permission, NULL, NULL FROM user_roles AS ur
        JOIN role_permissions AS rp ON rp.role = ur.role WHERE ur.user_id = ${id}
      UNION ALL
      SELECT 'override', permission, granted, created_at FROM permission_overrides
        WHERE user_id = ${id}`,
    sql`${lessonCounts("student", id, now)} UNION ALL ${lessonCounts("instructor", id, now)}`,
    sql`SELECT a.id AS id, a.action AS action, a.details AS details, a.created_at AS createdAt,
        a.actor_id AS actorId, u.first_name AS actorFirstName, u.last_name AS actorLastName
      FROM audit_log AS a LEFT JOIN users AS u ON u.id = a.actor_id
      WHERE a.subject_id = ${id} ORDER BY a.created_at DESC, a.rowid DESC LIMIT ${AUDIT_SHOWN}`,
  ];
}

function lessonCounts(side: LessonRow["side"], id: string, now: number): SQL {
  const person = side === "student" ? sql`student_id` : sql`instructor_id`;
  return sql`SELECT ${side} AS side, count(*) AS total,
      count(*) FILTER (WHERE status = 'confirmed' AND end_at > ${now}) AS upcoming,
      count(*) FILTER (WHERE status = 'completed') AS completed,
      count(*) FILTER (WHERE status = 'cancelled') AS cancelled,
      count(*) FILTER (WHERE status = 'no_show') AS noShow
    FROM bookings WHERE ${person} = ${id}`;
}

/** Whether somebody has a lesson, on either side, that is confirmed and not over. */
export function hasLessonsAhead(id: string, now: number): SQL {
  const ahead = (person: SQL) => sql`EXISTS (SELECT 1 FROM bookings WHERE ${person} = ${id}
    AND status = 'confirmed' AND start_at > ${now - LONGEST_LESSON_MS} AND end_at > ${now})`;
  return sql`(${ahead(sql`student_id`)} OR ${ahead(sql`instructor_id`)})`;
}

/** The person and their `version`: how many entries there are about them. Null when there is nobody. */
export function toPerson(
  [account]: AccountRow[],
  rights: RightRow[],
  lessons: LessonRow[],
  audit: AuditRow[],
): { person: Person; version: number } | null {
  if (!account) return null;
  const { auditCount, hasInstructorProfile, ...rest } = account;
  const overrides = rights.flatMap((right) =>
    right.kind === "override"
      ? [{ permission: right.name, granted: right.granted === 1, createdAt: right.createdAt }]
      : [],
  );
  const fromRoles = rights.flatMap(({ kind, name }) => (kind === "permission" ? [name] : []));
  const permissions = effectivePermissions(fromRoles, overrides, account.status);
  const person: Person = {
    ...rest,
    hasInstructorProfile: hasInstructorProfile === 1,
    roles: rights.flatMap(({ kind, name }) => (kind === "role" ? [name] : [])).sort(),
    overrides,
    permissions: [...permissions].sort(),
    lessons: {
      asStudent: countsOf(lessons, "student"),
      asInstructor: countsOf(lessons, "instructor"),
    },
    audit: audit.map(toAuditEntry),
  };
  return { person, version: auditCount };
}

function countsOf(rows: LessonRow[], wanted: LessonRow["side"]): LessonCounts {
  const row = rows.find(({ side }) => side === wanted);
  if (!row) throw new Error(`There is no count of lessons as ${wanted}.`);
  const { side: _, ...counts } = row;
  return counts;
}

function toAuditEntry({ id, action, details, createdAt, ...actor }: AuditRow): AuditEntry {
  const deed = { action, details: JSON.parse(details) } as AuditDeed;
  const { actorId, actorFirstName, actorLastName } = actor;
  return {
    ...deed,
    id,
    createdAt,
    actor:
      actorId === null
        ? null
        : { id: actorId, firstName: actorFirstName ?? "", lastName: actorLastName ?? "" },
  };
}
