import { scryptSync } from "node:crypto";
import { sha256Hex } from "../worker/platform/hash.ts";
import { createTestApi, testRandom } from "./api.ts";
import { query } from "./database.ts";
import { createPerson, type TestPerson } from "./factories.ts";

export const PASSWORD = "seven green tables";

/** Of PASSWORD, salted like all others, at a cost that makes no test wait. */
export const PASSWORD_HASH = (() => {
  const salt = new Uint8Array(16).fill(7);
  const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
  const key = scryptSync(PASSWORD, salt, 32, { N: 2, r: 8, p: 1 });
  return `scrypt$2$8$1$${base64(salt)}$${base64(key)}`;
})();

/** A student whose password is PASSWORD. */
export async function createMember(
  options: Parameters<typeof createPerson>[0] = { roles: ["student"] },
): Promise<TestPerson> {
  const person = await createPerson(options);
  await query("UPDATE users SET password_hash = ? WHERE id = ?", PASSWORD_HASH, person.id);
  return person;
}

/** Another session of theirs, begun at this instant. */
export async function signIn(email: string, now: number, password = PASSWORD): Promise<TestPerson> {
  const answer = await createTestApi({ now }).post("/api/auth/login", { email, password });
  return { id: answer.json.id, email, cookie: sessionCookieOf(answer) ?? "" };
}

/** The session's cookie that an answer sets, as a browser would send it; null when it sets none. */
export function sessionCookieOf({ headers }: { headers: Headers }): string | null {
  const set = headers.getSetCookie().filter((cookie) => cookie.startsWith("session="));
  if (set.length > 1) throw new Error("Two cookies of one name.");
  return set[0]?.split(";")[0] ?? null;
}

/** A token as the sender of a mail would have made it. */
export async function createToken(
  userId: string,
  given: {
    kind?: "password_reset" | "email_verification";
    expiresAt: number;
    usedAt?: number;
  },
): Promise<string> {
  const token = testRandom.newToken();
  const { kind = "password_reset", expiresAt, usedAt = null } = given;
  await query(
    `INSERT INTO account_tokens (id, user_id, kind, token_hash, created_at, expires_at, used_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    testRandom.newId(),
    userId,
    kind,
    await sha256Hex(token),
    expiresAt - 3_600_000,
    expiresAt,
    usedAt,
  );
  return token;
}

/** What lies in the outbox for an account. */
export async function mailKinds(userId: string): Promise<string[]> {
  const rows = await query<{ kind: string }>(
    "SELECT kind FROM emails WHERE user_id = ? ORDER BY id",
    userId,
  );
  return rows.map(({ kind }) => kind);
}
