import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { createMember, PASSWORD } from "../../../tests/accounts.ts";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";
import { hashPassword } from "../../platform/password.ts";

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 60_000 });

const NOW = Date.parse("2026-12-01T15:00:00Z");
const MOST_ROUNDS = 12;

/** What a failed sign-in asks of the database. */
async function workOf(email: string) {
  const watched = watchDatabase(env.DB);
  const api = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const { status } = await api.post("/api/auth/login", { email, password: "not the password" });
  return {
    status,
    roundTrips: watched.batches.map((batch) => batch.map(({ sql }) => sql)),
    written: watched.statements().map(({ rowsWritten }) => rowsWritten),
  };
}

test("a sign-in that fails asks the same of the database for known, deactivated and unknown addresses", async () => {
  const known = await createMember();
  const gone = await createMember({ roles: ["student"], status: "deactivated" });
  const addresses = [known.email, "unknown@example.test", gone.email];
  // The first time of each writes its counter.
  for (const email of addresses) await workOf(email);
  const works = [];
  for (const email of addresses) works.push(await workOf(email));
  expect(works[0]?.status).toBe(401);
  expect(works[0]?.roundTrips.flat().length).toBeGreaterThan(0);
  for (const work of works) expect(work).toEqual(works[0]);
});

test("an unknown and a deactivated address take as long as a wrong password: all are hashed", async () => {
  const api = createTestApi({ now: NOW });
  const hash = await hashPassword(PASSWORD);
  const known = await createMember();
  const gone = await createMember({ roles: ["student"], status: "deactivated" });
  for (const { id } of [known, gone]) {
    await query("UPDATE users SET password_hash = ? WHERE id = ?", hash, id);
  }
  const quickest = new Map<string, number>();
  const ratio = () => Math.max(...quickest.values()) / Math.min(...quickest.values());
  // Hashing takes nearly all of the time: without it one would be many times as quick, in every round,
  // however busy the machine is.
  for (let round = 0; round < MOST_ROUNDS && !(round >= 3 && ratio() < 2); round += 1) {
    for (const email of [known.email, "nobody@example.test", gone.email]) {
      const startedAt = performance.now();
      await api.post("/api/auth/login", { email, password: "not the password" });
      const took = performance.now() - startedAt;
      quickest.set(email, Math.min(took, quickest.get(email) ?? Number.POSITIVE_INFINITY));
    }
  }
  expect(ratio()).toBeLessThan(5);
});
