import { toId } from "../../worker/domain/id.ts";
import type { Role } from "../../worker/domain/permission.ts";
import namePools from "./data/names.json" with { type: "json" };
import type { UserRoleRow, UserRow } from "./demo-rows.ts";
import type { Random } from "./random.ts";

/** What everybody in the demo has in common. */
export interface DemoContext {
  random: Random;
  /** Epoch ms at which the demo is made: lessons before it are past. */
  now: number;
  passwordHash: string;
}

interface Name {
  firstName: string;
  lastName: string;
  /** Part of the address before the @. */
  mailbox: string;
}

export const ADMIN_NAME: Name = { firstName: "Alex", lastName: "Morgan", mailbox: "admin" };
export const STUDENT_NAME: Name = { firstName: "Sam", lastName: "Rivera", mailbox: "student" };
export const INSTRUCTOR_NAME: Name = {
  firstName: "Jordan",
  lastName: "Ellis",
  mailbox: "instructor",
};

const DAY_MS = 86_400_000;
const FULL_NAME_TRIES = 20;

/** Invents people, no two with the same address and, while there are names left, the same name. */
export function createNamer(random: Random): () => Name {
  const taken = new Map<string, number>();
  return () => {
    let name = inventName(random);
    for (let i = 0; i < FULL_NAME_TRIES && taken.has(name.mailbox); i++) name = inventName(random);
    const namesakes = taken.get(name.mailbox) ?? 0;
    taken.set(name.mailbox, namesakes + 1);
    return namesakes ? { ...name, mailbox: `${name.mailbox}${namesakes + 1}` } : name;
  };
}

function inventName(random: Random): Name {
  const pool = random.pick(namePools);
  const lastPool = random.chance(0.2) ? random.pick(namePools) : pool;
  const firstName = random.pick(pool.first);
  const lastName = random.pick(lastPool.last);
  return { firstName, lastName, mailbox: `${firstName}.${lastName}`.toLowerCase() };
}

/** An active account that is older than every demo lesson. */
export function createUser(context: DemoContext, name: Name, timezone: string): UserRow {
  const { random, now, passwordHash } = context;
  const createdAt = now - random.int(240, 900) * DAY_MS - random.int(0, DAY_MS / 1000) * 1000;
  return {
    id: toId(random.bytes(16)),
    email: `${name.mailbox}@demo.test`,
    passwordHash,
    firstName: name.firstName,
    lastName: name.lastName,
    timezone,
    status: "active",
    emailVerifiedAt: random.chance(0.9) ? createdAt + random.int(2, 600) * 60_000 : null,
    createdAt,
    updatedAt: createdAt,
    measuringDeclinedAt: null,
    clearsSearches: false,
    erasedAt: null,
  };
}

export function toRoleRows({ id, createdAt }: UserRow, roles: Role[]): UserRoleRow[] {
  return roles.map((role) => ({ userId: id, role, grantedAt: createdAt }));
}
