import { env } from "cloudflare:workers";
import type { Permission, Role } from "../../worker/domain/permission.ts";
import { PASSWORD_HASH } from "../accounts.ts";
import {
  createAdmin,
  createInstructor,
  createStudent,
  type TestInstructor,
  type TestPerson,
} from "../factories.ts";
import type { Column } from "./columns.ts";

/** A Tuesday, ten in the morning in New York. */
export const NOW = Date.UTC(2026, 11, 1, 15);

/** Everybody that a request may be about, new for each request. */
export interface World {
  /** Whose records a student's are; the very person who asks in the columns of the student. */
  student: TestPerson;
  /** Likewise for what an instructor has. */
  instructor: TestInstructor;
  /** Has just given their password, which is PASSWORD. Null for a guest. */
  asker: TestPerson | null;
}

export async function createWorld(column: Column): Promise<World> {
  const student = await createOwner(column, "stu", createStudent);
  const instructor = await createOwner(column, "ins", createInstructor);
  const asker = ASKERS[column]({
    student: async () => student,
    instructor: async () => instructor,
  });
  return { student, instructor, asker: await signInNow(await asker, student) };
}

/** Only who asks, for requests that are about nobody else. */
export async function createAsker(column: Column): Promise<TestPerson | null> {
  const asker = ASKERS[column]({
    student: () => createOwner(column, "stu", createStudent),
    instructor: () => createOwner(column, "ins", createInstructor),
  });
  return await signInNow(await asker);
}

/** How each column comes by who asks. */
const ASKERS: Record<
  Column,
  (
    owners: { [Owner in "student" | "instructor"]: () => Promise<TestPerson> },
  ) => Promise<TestPerson> | null
> = {
  guest: () => null,
  stu: ({ student }) => student(),
  stu2: () => createStudent(),
  ins: ({ instructor }) => instructor(),
  ins2: () => createInstructor(),
  admin: () => createAdmin(),
  "sus.stu": ({ student }) => student(),
  "sus.ins": ({ instructor }) => instructor(),
  gone: ({ student }) => student(),
};

async function createOwner<Person>(
  column: Column,
  whose: "stu" | "ins",
  create: (options: { status: "active" | "suspended" | "deactivated" }) => Promise<Person>,
): Promise<Person> {
  if (column === `sus.${whose}`) return await create({ status: "suspended" });
  const isGone = column === "gone" && whose === "stu";
  return await create({ status: isGone ? "deactivated" : "active" });
}

/** Some routes want the password, or that it was given just now. */
async function signInNow(
  asker: TestPerson | null,
  ...others: TestPerson[]
): Promise<TestPerson | null> {
  const ids = [...(asker ? [asker] : []), ...others].map(({ id }) => id);
  if (ids.length === 0) return null;
  const chosen = "IN (SELECT value FROM json_each(?2))";
  await env.DB.batch([
    env.DB.prepare(
      `UPDATE sessions SET authenticated_at = ?1, last_seen_at = ?1 WHERE user_id ${chosen}`,
    ).bind(NOW, JSON.stringify(ids)),
    env.DB.prepare(`UPDATE users SET password_hash = ?1 WHERE id ${chosen}`).bind(
      PASSWORD_HASH,
      JSON.stringify(ids),
    ),
  ]);
  return asker;
}

/** The column in which somebody has this role and nothing stands in their way. */
export const COLUMN_OF = { student: "stu", instructor: "ins", admin: "admin" } as const satisfies {
  [R in Role]: Column;
};

export async function revoke({ id }: TestPerson, permission: Permission): Promise<void> {
  await env.DB.prepare(
    "INSERT INTO permission_overrides (user_id, permission, granted, created_at) VALUES (?, ?, 0, ?)",
  )
    .bind(id, permission, NOW)
    .run();
}
