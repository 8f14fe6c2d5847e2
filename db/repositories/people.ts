import { type SQL, sql } from "drizzle-orm";
import type { AccountStatus } from "../../worker/domain/actor.ts";
import type { NewAuditEntry } from "../../worker/domain/audit.ts";
import {
  type Person,
  type PersonSummary,
  type RightsDeed,
  toPrefixRanges,
} from "../../worker/domain/people.ts";
import type { Role } from "../../worker/domain/permission.ts";
import type { Database } from "../client.ts";
import { isAbort } from "../errors.ts";
import { auditEntry } from "./audit.ts";
import { lastSeenAt, type PersonRows, personQueries, toPerson } from "./person-rows.ts";
import { rightsStatements } from "./rights-changes.ts";

/** A person as read, with the number that tells whether anything was done to them since. */
export interface PersonRecord {
  person: Person;
  version: number;
}

export interface PeopleFilter {
  /** The beginning of an e-mail address, a first or a last name; null for everybody. */
  text: string | null;
  role: Role | null;
  status: AccountStatus | null;
}

/** How a change of rights ended; `record` is how the person stands then. */
export type RightsOutcome =
  | { kind: "changed" | "not_changed"; record: PersonRecord | null }
  | { kind: "last_admin" };

export type RightsEntry = NewAuditEntry & RightsDeed;

export type PeopleRepository = ReturnType<typeof createPeopleRepository>;

export function createPeopleRepository(db: Database) {
  return {
    /**
     * Newest accounts first, without erased ones. One round trip. With a text each of the three
     * indexes is asked for its range; a role is read from its own index. Without either the page is
     * read from the index by age, and only the count walks through all accounts.
     */
    async list(
      filter: PeopleFilter,
      { limit, offset }: { limit: number; offset: number },
    ): Promise<{ items: PersonSummary[]; total: number }> {
      const matches = matching(filter);
      const order = sql`ORDER BY u.created_at DESC, u.id DESC`;
      const [counts, rows] = await db.allOf<[{ total: number }, SummaryRow]>([
        sql`SELECT count(*) AS total FROM users AS u WHERE ${matches}`,
        sql`SELECT u.id AS id, u.email AS email, u.first_name AS firstName,
            u.last_name AS lastName, u.status AS status, u.created_at AS createdAt,
            ${lastSeenAt} AS lastSeenAt,
            (SELECT json_group_array(role ORDER BY role) FROM user_roles WHERE user_id = u.id) AS roles
          FROM (SELECT u.id AS id FROM users AS u WHERE ${matches} ${order}
            LIMIT ${limit} OFFSET ${offset}) AS page
          JOIN users AS u ON u.id = page.id ${order}`,
      ]);
      const items = rows.map((row) => ({ ...row, roles: JSON.parse(row.roles) as Role[] }));
      return { items, total: counts[0]?.total ?? 0 };
    },

    /** Null for unknown and for erased people. One round trip. */
    async find(id: string, now: number): Promise<PersonRecord | null> {
      return toPerson(...(await db.allOf<PersonRows>(personQueries(id, now))));
    },

    /**
     * Does what the entry says and writes it down, if nothing was done to the person since `version`
     * and, for a deactivation, no lesson is ahead of them. One transaction.
     */
    async change(entry: RightsEntry, version: number): Promise<RightsOutcome> {
      const { subjectId, createdAt } = entry;
      const { changes, condition } = rightsStatements(entry, version);
      const statements = [...changes, auditEntry(entry, condition)];
      try {
        const results = await db.batch([...statements, ...personQueries(subjectId, createdAt)]);
        const isWritten = results[statements.length - 1]?.meta.changes === 1;
        const rows = results.slice(statements.length).map((result) => result.results);
        const record = toPerson(...(rows as unknown as Parameters<typeof toPerson>));
        return { kind: isWritten ? "changed" : "not_changed", record };
      } catch (error) {
        if (isAbort(error, "last_admin")) return { kind: "last_admin" };
        throw error;
      }
    },
  };
}

type SummaryRow = Omit<PersonSummary, "roles"> & { roles: string };

/** The condition on somebody `AS u`. */
function matching({ text, role, status }: PeopleFilter): SQL {
  const conditions = [sql`u.erased_at IS NULL`];
  if (text !== null) conditions.push(sql`u.id IN (${namedLike(text)})`);
  if (role !== null) {
    conditions.push(sql`u.id IN (SELECT user_id FROM user_roles WHERE role = ${role})`);
  }
  if (status !== null) conditions.push(sql`u.status = ${status}`);
  return sql.join(conditions, sql` AND `);
}

/** Ranges instead of LIKE: nothing in the text is a wildcard, and an index answers. */
function namedLike(text: string): SQL {
  const ranges = JSON.stringify(toPrefixRanges(text));
  const column = (expression: SQL) => sql`SELECT named.id
    FROM json_each(${ranges}) AS range CROSS JOIN users AS named
    WHERE ${expression} >= json_extract(range.value, '$.from')
      AND ${expression} < json_extract(range.value, '$.below')`;
  return sql`${column(sql`named.email`)}
    UNION ${column(sql`lower(named.first_name)`)}
    UNION ${column(sql`lower(named.last_name)`)}`;
}
