import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../../db/client.ts";
import { createServiceAlertRepository } from "../../../db/repositories/service-alerts.ts";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import { createInstructor, createStudent, type TestPerson } from "../../../tests/factories.ts";
import { listScans } from "../../../tests/query-plans.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const api = createTestApi({ now: NOW });

const ask = (service: string, as: TestPerson) =>
  api.send(`/api/service-alerts/${service}`, { method: "PUT", as });
const waitsFor = async (as: TestPerson) =>
  (await api.get("/api/service-alerts", { as })).json.items.map(
    ({ service }: { service: string }) => service,
  );
const notify = (now = NOW, limit = 100, db: D1Database = env.DB) =>
  createServiceAlertRepository(
    openDatabase(db.withSession("first-primary"), noDatabaseUse()),
  ).notify(now, limit);
const mailsTo = ({ id }: TestPerson) =>
  query("SELECT data FROM emails WHERE kind = 'service_available' AND user_id = ?", id);

test("whoever asked is told once, when the first instructor teaches the service", async () => {
  const [student, other] = [await createStudent(), await createStudent()];
  expect((await ask("violin", student)).status).toBe(204);
  expect((await ask("violin", student)).status).toBe(204);
  await ask("cello", other);
  expect(await waitsFor(student)).toEqual(["violin"]);
  expect(await notify()).toBe(0);
  await createInstructor({ service: "violin", status: "suspended" });
  await createInstructor({ service: "violin", isOfferingActive: false });
  expect(await notify()).toBe(0);
  await createInstructor({ service: "violin" });
  const told = await Promise.all([notify(), notify()]);
  expect(told.toSorted()).toEqual([0, 1]);
  expect(await mailsTo(student)).toEqual([
    { data: JSON.stringify({ serviceSlug: "violin", serviceName: "Violin" }) },
  ]);
  expect(await mailsTo(other)).toEqual([]);
  expect(await waitsFor(student)).toEqual([]);
  expect(await waitsFor(other)).toEqual(["cello"]);
});

test("whoever asks again after being told is told again", async () => {
  const student = await createStudent();
  await createInstructor({ service: "ukulele" });
  await ask("ukulele", student);
  expect(await notify()).toBe(1);
  const later = createTestApi({ now: NOW + 1000 });
  await later.send("/api/service-alerts/ukulele", { method: "PUT", as: student });
  expect(await notify(NOW + 2000)).toBe(1);
  expect(await mailsTo(student)).toHaveLength(2);
});

test("whoever takes it back is not told", async () => {
  const student = await createStudent();
  await ask("drums", student);
  const withdraw = () => api.send("/api/service-alerts/drums", { method: "DELETE", as: student });
  expect([(await withdraw()).status, (await withdraw()).status]).toEqual([204, 204]);
  await createInstructor({ service: "drums" });
  await notify();
  expect(await mailsTo(student)).toEqual([]);
});

test("many are told in pieces, each of them once", async () => {
  const students = await Promise.all(Array.from({ length: 7 }, () => createStudent()));
  for (const student of students) await ask("harp", student);
  await createInstructor({ service: "harp" });
  expect([await notify(NOW, 3), await notify(NOW, 3), await notify(NOW, 3)]).toEqual([3, 3, 1]);
  for (const student of students) expect(await mailsTo(student)).toHaveLength(1);
});

test("a service that does not exist cannot be waited for, and nobody waits without signing in", async () => {
  const student = await createStudent();
  const before = await countRows();
  for (const service of ["no-such-service", "%00", "x".repeat(500)]) {
    expect((await ask(service, student)).status).toBe(404);
  }
  const guest = await api.send("/api/service-alerts/violin", { method: "PUT" });
  expect(guest.status).toBe(401);
  expect(await countRows()).toEqual(before);
});

test("a tick looks through the services, not through all that wait", async () => {
  const watched = watchDatabase(env.DB);
  await notify(NOW, 100, watched.db);
  const scanned = (await listScans(env.DB, watched.statements())).map(({ step }) => step);
  expect(scanned.filter((step) => /service_alerts|emails|offerings|users/.test(step))).toEqual([]);
});
