import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { query } from "../tests/database.ts";

/**
 * What the database itself guards, by table. A migration that rebuilds a table drops its triggers and
 * says nothing, so whoever adds or removes one has to say so here as well.
 */
const GUARDS: Record<
  string,
  { triggers?: string[]; partialIndexes?: string[]; checks?: string[] }
> = {
  account_tokens: { checks: ["account_tokens_kind"] },
  alerts: { checks: ["alerts_severity"] },
  announcement_dismissals: {
    partialIndexes: ["announcement_dismissals_guest", "announcement_dismissals_user"],
    checks: ["announcement_dismissals_owner"],
  },
  announcements: { checks: ["announcements_audience", "announcements_period"] },
  api_keys: { triggers: ["api_keys_erased"], checks: ["api_keys_period"] },
  audit_log: {
    triggers: ["audit_log_last_admin", "audit_log_no_delete", "audit_log_no_update"],
  },
  availability_hours: { checks: ["availability_hours_kind", "availability_hours_range"] },
  blackouts: { checks: ["blackouts_range"] },
  booking_drafts: {
    triggers: ["booking_drafts_erased"],
    partialIndexes: ["booking_drafts_guest", "booking_drafts_user"],
    checks: ["booking_drafts_owner"],
  },
  booking_events: {
    partialIndexes: ["booking_events_reason_actor", "booking_events_reason_created"],
  },
  bookings: {
    triggers: ["bookings_erased", "bookings_no_overlap_insert", "bookings_no_overlap_update"],
    partialIndexes: [
      "bookings_confirmed_start",
      "bookings_identifying",
      "bookings_instructor_confirmed",
      "bookings_student_confirmed",
    ],
    checks: [
      "bookings_cancellation",
      "bookings_duration",
      "bookings_end",
      "bookings_quarter",
      "bookings_self",
      "bookings_status",
    ],
  },
  daily_searches: { checks: ["daily_searches_dimension"] },
  daily_visitors: { checks: ["daily_visitors_kind"] },
  emails: {
    partialIndexes: ["emails_address", "emails_due"],
    checks: ["emails_recipient", "emails_status"],
  },
  guests: { partialIndexes: ["guests_converted"] },
  instructor_areas: { triggers: ["listing_changed_area_delete", "listing_changed_area_insert"] },
  instructors: {
    triggers: ["listing_changed_instructor_insert", "listing_changed_instructor_update"],
    checks: ["instructors_buffer", "instructors_notice", "instructors_years"],
  },
  job_runs: { checks: ["job_runs_status"] },
  offerings: {
    triggers: [
      "listing_changed_offering_delete",
      "listing_changed_offering_insert",
      "listing_changed_offering_update",
    ],
    checks: ["offerings_rate"],
  },
  request_samples: { checks: ["request_samples_kind"] },
  search_events: { triggers: ["search_events_erased", "search_events_uncounted"] },
  search_history: {
    triggers: ["search_history_erased"],
    partialIndexes: ["search_history_guest", "search_history_user"],
    checks: ["search_history_owner"],
  },
  search_interactions: {
    triggers: ["search_interactions_uncounted"],
    checks: ["search_interactions_type"],
  },
  service_alerts: { partialIndexes: ["service_alerts_pending"] },
  sessions: { triggers: ["sessions_erased"], partialIndexes: ["sessions_previous_token"] },
  users: {
    triggers: ["listing_changed_user", "users_erased"],
    checks: ["users_email_lower", "users_status"],
  },
  webhook_deliveries: {
    partialIndexes: ["webhook_deliveries_due", "webhook_deliveries_due_webhook"],
    checks: ["webhook_deliveries_status"],
  },
  webhooks: { triggers: ["webhooks_erased"], checks: ["webhooks_secret_version"] },
};

interface SchemaEntry {
  type: "table" | "index" | "trigger" | "view";
  name: string;
  tbl_name: string;
  sql: string | null;
}

async function readSchema(): Promise<SchemaEntry[]> {
  const entries = await query<SchemaEntry>(
    "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name",
  );
  return entries.filter(({ tbl_name }) => !/^(_cf_|sqlite_|d1_migrations)/.test(tbl_name));
}

/** Removes everything, rows and tables that refer to others first. */
async function dropEverything() {
  const entries = await readSchema();
  const references = ({ sql }: SchemaEntry) =>
    [...(sql ?? "").matchAll(/FOREIGN KEY \(`(\w+)`\) REFERENCES `(\w+)`/g)].map(
      ([, column, table]) => ({ column, table }),
    );
  const triggers = entries.filter(({ type }) => type === "trigger");
  const drops = triggers.map(({ name }) => `DROP TRIGGER "${name}"`);
  let left = entries.filter(({ type }) => type === "table");
  while (left.length > 0) {
    const isFree = ({ name }: SchemaEntry) =>
      !left.some(
        (other) => other.name !== name && references(other).some(({ table }) => table === name),
      );
    const next = left.find(isFree);
    if (!next) throw new Error("The tables refer to each other in a circle.");
    const toSelf = references(next).filter(({ table }) => table === next.name);
    drops.push(
      ...toSelf.map(({ column }) => `DELETE FROM "${next.name}" WHERE "${column}" IS NOT NULL`),
    );
    drops.push(`DROP TABLE "${next.name}"`);
    left = left.filter((table) => table !== next);
  }
  drops.push("DROP TABLE d1_migrations");
  await env.DB.batch(drops.map((sql) => env.DB.prepare(sql)));
}

test("every trigger, partial index and CHECK is there, and none that is not named here", async () => {
  const schema = await readSchema();
  const found: typeof GUARDS = {};
  const add = (table: string, kind: "triggers" | "partialIndexes" | "checks", names: string[]) => {
    if (names.length > 0)
      found[table] = {
        ...found[table],
        [kind]: [...(found[table]?.[kind] ?? []), ...names].sort(),
      };
  };
  for (const { type, name, tbl_name, sql } of schema) {
    if (type === "trigger") add(tbl_name, "triggers", [name]);
    if (type === "index" && / WHERE /i.test(sql ?? "")) add(tbl_name, "partialIndexes", [name]);
    if (type === "table") {
      const named = [...(sql ?? "").matchAll(/CONSTRAINT "(\w+)" CHECK/g)].map(
        ([, check]) => check as string,
      );
      add(tbl_name, "checks", named);
      expect(sql?.match(/\bCHECK\s*\(/gi)?.length ?? 0, `a CHECK of ${name} has no name`).toBe(
        named.length,
      );
    }
  }
  expect(found).toEqual(GUARDS);
});

test("every table is STRICT and no foreign key deletes or changes rows by itself", async () => {
  for (const { type, name, sql } of await readSchema()) {
    if (type !== "table") continue;
    expect(sql, name).toMatch(/\)\s*STRICT$/);
    const rules = [...(sql ?? "").matchAll(/ON (DELETE|UPDATE) (\w+(?: \w+)?)/gi)].map(
      ([rule]) => rule,
    );
    expect(
      rules.filter((rule) => /CASCADE|SET /i.test(rule)),
      name,
    ).toEqual([]);
  }
});

test("the migrations make the same database from nothing, and do nothing the second time", async () => {
  const before = await readSchema();
  await dropEverything();
  expect(await readSchema()).toEqual([]);

  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);

  expect(await readSchema()).toEqual(before);
  const applied = await query("SELECT name FROM d1_migrations ORDER BY id");
  expect(applied).toEqual(env.TEST_MIGRATIONS.map(({ name }) => ({ name })));
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  expect(await readSchema()).toEqual(before);
  expect(await query("SELECT name FROM d1_migrations ORDER BY id")).toEqual(applied);
});

test("later migrations keep what the first schema holds, and guard it from then on", async () => {
  const [first, ...later] = env.TEST_MIGRATIONS;
  await dropEverything();
  await applyD1Migrations(env.DB, first ? [first] : []);
  // Written as the first schema wants it, so that this stays true whatever tables become.
  const lesson = (id: string, startAt: number) =>
    `INSERT INTO bookings (id, student_id, instructor_id, offering_id, service_name, status, start_at,
       end_at, timezone, duration_minutes, hourly_rate_cents, price_cents, location_type,
       policy_version, created_at, updated_at)
     VALUES ('${id}', 's', 'i', 'o', 'Piano', 'confirmed', ${startAt}, ${startAt + 3_600_000},
       'America/New_York', 60, 6000, 6000, 'online', 1, 1, 1)`;
  const person = (id: string) =>
    `INSERT INTO users VALUES ('${id}', '${id}@example.test', 'none', 'A', 'B', 'UTC', 'active', NULL, 1, 1)`;
  await env.DB.batch(
    [
      "INSERT INTO categories VALUES ('music', 'Music', '', 1)",
      "INSERT INTO services VALUES ('piano', 'music', 'Piano', 1, 0, 1)",
      person("i"),
      person("s"),
      "INSERT INTO instructors VALUES ('i', 'Patient.', 1, 'UTC', 0, 0, 1, 1, 1)",
      "INSERT INTO offerings VALUES ('o', 'i', 'piano', 6000, '[60]', '[]', '[]', '[]', '', 1, 1, 1)",
      lesson("one", 36_000_000),
      lesson("two", 39_600_000),
    ].map((sql) => env.DB.prepare(sql)),
  );

  await applyD1Migrations(env.DB, [...(first ? [first] : []), ...later]);

  expect(await query("SELECT id, start_at FROM bookings ORDER BY start_at")).toEqual([
    { id: "one", start_at: 36_000_000 },
    { id: "two", start_at: 39_600_000 },
  ]);
  await expect(query(lesson("three", 37_800_000))).rejects.toThrow("slot_taken");
  await expect(query("UPDATE bookings SET start_at = start_at WHERE id = 'one'")).resolves.toEqual(
    [],
  );
});
