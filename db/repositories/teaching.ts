import { type SQL, sql } from "drizzle-orm";
import type { AccountStatus } from "../../worker/domain/actor.ts";
import type { LocalDate } from "../../worker/domain/local-time.ts";
import type {
  ProfileChanges,
  ProfileFacts,
  TeachingProfile,
} from "../../worker/domain/teaching-profile.ts";
import type { Database } from "../client.ts";
import { isUniqueViolation } from "../errors.ts";
import { type ProfileRows, profileQueries, toProfiles } from "./profile-rows.ts";

/** A profile as read, with what tells whether there are hours. */
export interface ProfileRecord {
  profile: Omit<TeachingProfile, "missing">;
  hours: { isWeekly: boolean; lastDateOn: LocalDate | null };
}

type InstructorRow = ProfileRows[0] & {
  status: AccountStatus;
  availability_version: number;
  is_weekly: number;
  last_date_on: LocalDate | null;
};

type RecordRows = [InstructorRow, ProfileRows[1], ProfileRows[2]];

export type TeachingRepository = ReturnType<typeof createTeachingRepository>;

export function createTeachingRepository(db: Database) {
  return {
    /** Of whatever status. Null for who has none, or is erased. One round trip. */
    async find(id: string): Promise<ProfileRecord | null> {
      return toRecord(...(await db.allOf<RecordRows>(recordQueries(id))));
    },

    /**
     * Makes an active person an instructor, all in one transaction; the tokens of their sessions
     * change with the rights. A person who is one already aborts it by their own row.
     */
    async create(
      id: string,
      facts: ProfileFacts,
      now: number,
    ): Promise<"created" | "already_instructor" | "not_active"> {
      const isActive = sql`EXISTS (SELECT 1 FROM users
        WHERE id = ${id} AND status = 'active' AND erased_at IS NULL)`;
      try {
        const [inserted] = await db.batch([
          sql`INSERT INTO instructors (id, bio, years_experience, timezone, minimum_notice_hours,
              buffer_minutes, availability_version, created_at, updated_at)
            SELECT ${id}, ${facts.bio}, ${facts.yearsExperience}, ${facts.timezone},
              ${facts.minimumNoticeHours}, ${facts.bufferMinutes}, 1, ${now}, ${now}
            WHERE ${isActive}`,
          insertAreas(id, facts.areas, isActive),
          sql`INSERT INTO user_roles (user_id, role, granted_at)
            SELECT ${id}, 'instructor', ${now} WHERE ${isActive} ON CONFLICT DO NOTHING`,
          sql`UPDATE sessions SET is_rotation_due = 1 WHERE user_id = ${id} AND ${isActive}`,
        ]);
        return (inserted?.meta.changes ?? 0) > 0 ? "created" : "not_active";
      } catch (error) {
        if (isUniqueViolation(error, "instructors.id")) return "already_instructor";
        throw error;
      }
    },

    /**
     * Writes what differs from what is there, in one transaction with reading it back. Says whether
     * anything changed on which free times depend.
     */
    async update(
      id: string,
      changes: ProfileChanges,
      now: number,
    ): Promise<{ record: ProfileRecord | null; isTimeChanged: boolean }> {
      const { bio, yearsExperience, timezone, minimumNoticeHours, bufferMinutes, areas } = changes;
      const exists = sql`EXISTS (SELECT 1 FROM instructors AS i JOIN users AS u ON u.id = i.id
        WHERE i.id = ${id} AND u.erased_at IS NULL)`;
      const writes = [
        setWhereOther(id, { bio, years_experience: yearsExperience }, sql``, now, exists),
        setWhereOther(
          id,
          { timezone, minimum_notice_hours: minimumNoticeHours, buffer_minutes: bufferMinutes },
          sql`availability_version = availability_version + 1, `,
          now,
          exists,
        ),
        ...(areas
          ? [
              sql`DELETE FROM instructor_areas WHERE instructor_id = ${id} AND ${exists}
                AND area_slug NOT IN (SELECT value FROM json_each(${JSON.stringify(areas)}))`,
              insertAreas(id, areas, exists),
            ]
          : []),
      ];
      const results = await db.batch([...writes, ...recordQueries(id)]);
      const rows = results.slice(writes.length).map((result) => result.results);
      return {
        record: toRecord(...(rows as unknown as Parameters<typeof toRecord>)),
        isTimeChanged: (results[1]?.meta.changes ?? 0) > 0,
      };
    },
  };
}

function insertAreas(id: string, areas: readonly string[], condition: SQL): SQL {
  return sql`INSERT INTO instructor_areas (instructor_id, area_slug)
    SELECT ${id}, value FROM json_each(${JSON.stringify(areas)}) WHERE ${condition}
    ON CONFLICT DO NOTHING`;
}

/** Sets the columns that are given, if one of them has another value; `also` is set with them. */
function setWhereOther(
  id: string,
  values: Record<string, string | number | undefined>,
  also: SQL,
  now: number,
  condition: SQL,
): SQL {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ column: sql.identifier(name), value }],
  );
  const differs = given.map(({ column, value }) => sql`${column} IS NOT ${value}`);
  const sets = given.map(({ column, value }) => sql`${column} = ${value}, `);
  return sql`UPDATE instructors SET ${sql.join(sets)}${also}updated_at = ${now}
    WHERE id = ${id} AND (${sql.join([sql`0`, ...differs], sql` OR `)}) AND ${condition}`;
}

/** As the public profile, but of whatever status, and with what only its owner sees. */
function recordQueries(id: string): [SQL, SQL, SQL] {
  const [, offerings, areas] = profileQueries(sql`(${id})`);
  const instructor = sql`SELECT i.id AS id, u.first_name AS first_name, u.last_name AS last_name,
      u.status AS status, i.bio AS bio, i.years_experience AS years_experience,
      i.timezone AS timezone, i.minimum_notice_hours AS minimum_notice_hours,
      i.buffer_minutes AS buffer_minutes, i.availability_version AS availability_version,
      EXISTS (SELECT 1 FROM availability_hours
        WHERE instructor_id = i.id AND date IS NULL) AS is_weekly,
      (SELECT date FROM availability_hours WHERE instructor_id = i.id AND start_minute IS NOT NULL
        ORDER BY date DESC LIMIT 1) AS last_date_on
    FROM instructors AS i JOIN users AS u ON u.id = i.id
    WHERE i.id = ${id} AND u.erased_at IS NULL`;
  return [instructor, offerings, areas];
}

function toRecord(
  instructors: InstructorRow[],
  offerings: RecordRows[1][],
  areas: RecordRows[2][],
): ProfileRecord | null {
  const [row] = instructors;
  const [profile] = toProfiles(instructors, offerings, areas);
  if (!row || !profile) return null;
  return {
    profile: { ...profile, status: row.status, availabilityVersion: row.availability_version },
    hours: { isWeekly: row.is_weekly === 1, lastDateOn: row.last_date_on },
  };
}
