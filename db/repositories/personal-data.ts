import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { auditEntry } from "./audit.ts";
import { PERSONAL_SECTIONS, type PersonalSection, searchesOf } from "./personal-sections.ts";

/** A row as it was selected, without its position. */
export type PersonalRow = Record<string, string | number | null>;

type PositionedRow = PersonalRow & { position: number };

/** Rows of one section in one statement: a person who has more is asked about again. */
const ROWS_AT_ONCE = 1000;

export interface PersonalCounts {
  lessons_as_student: number;
  lessons_as_instructor: number;
  searches: number;
  search_events: number;
  drafts: number;
  emails: number;
  sessions: number;
}

export type PersonalDataRepository = ReturnType<typeof createPersonalDataRepository>;

export function createPersonalDataRepository(db: Database) {
  const readPage = async (sections: readonly PersonalSection[], userId: string, after: number[]) =>
    await db.allOf<PositionedRow[]>(
      sections.map(({ rows }, index) => rows(userId, after[index] ?? 0, ROWS_AT_ONCE)),
    );

  return {
    /**
     * All rows of all sections. One snapshot of the database for everybody with at most a thousand
     * rows of each kind; the rest of longer sections is read after it.
     */
    async readAll(userId: string): Promise<Record<string, PersonalRow[]>> {
      const found: Record<string, PersonalRow[]> = {};
      let open = [...PERSONAL_SECTIONS];
      let after: number[] = [];
      while (open.length > 0) {
        const pages = await readPage(open, userId, after);
        for (const [index, { name }] of open.entries()) {
          const rows = pages[index] ?? [];
          found[name] ??= [];
          for (const { position: _, ...row } of rows) found[name].push(row as PersonalRow);
        }
        const full = open.map((_, index) => pages[index]?.length === ROWS_AT_ONCE);
        after = pages.flatMap((rows, index) => (full[index] ? (rows.at(-1)?.position ?? 0) : []));
        open = open.filter((_, index) => full[index]);
      }
      return found;
    },

    async count(userId: string): Promise<PersonalCounts> {
      const of = (table: SQL, condition: SQL) =>
        sql`(SELECT count(*) FROM ${table} AS t WHERE ${condition})`;
      const [counts] = await db.all<PersonalCounts>(sql`SELECT
        ${of(sql`bookings`, sql`t.student_id = ${userId}`)} AS lessons_as_student,
        ${of(sql`bookings`, sql`t.instructor_id = ${userId}`)} AS lessons_as_instructor,
        ${of(sql`search_history`, sql`t.user_id = ${userId} AND t.deleted_at IS NULL`)} AS searches,
        ${of(sql`search_events`, searchesOf(userId, sql`t`))} AS search_events,
        ${of(sql`booking_drafts`, sql`t.user_id = ${userId}`)} AS drafts,
        ${of(sql`emails`, sql`t.user_id = ${userId}`)} AS emails,
        ${of(sql`sessions`, sql`t.user_id = ${userId}`)} AS sessions`);
      if (!counts) throw new Error("Counting gave no row.");
      return counts;
    },

    /** Writes down that somebody's data went out; false, and nothing, for whoever is not there or erased. */
    async recordExport(entry: {
      id: string;
      actorId: string;
      subjectId: string;
      createdAt: number;
    }): Promise<boolean> {
      const isThere = sql`EXISTS
        (SELECT 1 FROM users WHERE id = ${entry.subjectId} AND erased_at IS NULL)`;
      const [written] = await db.batch([
        auditEntry({ ...entry, action: "data_exported", details: {} }, isThere),
      ]);
      return (written?.meta.changes ?? 0) > 0;
    },

    async findChoices(
      userId: string,
    ): Promise<{ isMeasuringDeclined: boolean; clearsSearches: boolean } | null> {
      const [row] = await db.all<{ declinedAt: number | null; clears: number }>(
        sql`SELECT measuring_declined_at AS declinedAt, clears_searches AS clears
          FROM users WHERE id = ${userId}`,
      );
      if (!row) return null;
      return { isMeasuringDeclined: row.declinedAt !== null, clearsSearches: row.clears === 1 };
    },

    /** What is undefined stays as it is; declining again keeps the first time. */
    async setChoices(
      userId: string,
      choices: { isMeasuringDeclined?: boolean; clearsSearches?: boolean },
      now: number,
    ): Promise<void> {
      const declines = toBit(choices.isMeasuringDeclined);
      const clears = toBit(choices.clearsSearches);
      await db.batch([
        sql`UPDATE users SET
            measuring_declined_at = CASE ${declines} WHEN 1 THEN coalesce(measuring_declined_at, ${now})
              WHEN 0 THEN NULL ELSE measuring_declined_at END,
            clears_searches = coalesce(${clears}, clears_searches)
          WHERE id = ${userId} AND erased_at IS NULL`,
      ]);
    },
  };
}

function toBit(value: boolean | undefined): number | null {
  return value === undefined ? null : Number(value);
}
