import { expect, test } from "vitest";
import { createTestApi, testRandom } from "../api.ts";
import { query } from "../database.ts";
import { createBooking, createInstructor, createStudent, type TestPerson } from "../factories.ts";
import { NOW } from "../matrix/people.ts";
import { createPageSite } from "../page-site.ts";

interface Page {
  path: string;
  form?: Record<string, string>;
}

const open = (await createPageSite(NOW)).open();
const api = createTestApi({ now: NOW });
const OFFERING = { rate: "1", durations: "60", location_types: "online", description: "" };

test("pages and forms of a lesson answer its two people, and to others there is no such lesson", async () => {
  const [student, instructor] = [await createStudent(), await createInstructor()];
  const id = await createBooking({ student, instructor, startAt: "2026-12-03T15:00:00Z" });
  const { headers } = await api.get(`/api/bookings/${id}`, { as: instructor });
  const version = headers.get("etag")?.replaceAll('"', "") ?? "";
  const note = { path: `/lessons/${id}`, form: { instructor_note: "scales", version } };
  const strangers = [await createStudent(), await createInstructor()];
  const pages: Page[] = [
    { path: `/lessons/${id}` },
    { path: `/lessons/${id}/cancel` },
    { path: `/lessons/${id}/reschedule` },
    note,
    { path: `/lessons/${id}/cancel`, form: { reason: "ill", version } },
    { path: `/lessons/${id}/reschedule`, form: { start_at: "2026-12-04T16:00:00Z", version } },
    { path: `/lessons/${id}/complete`, form: { version } },
    { path: `/lessons/${id}/no-show`, form: { version } },
  ];
  expect(await statusesFor(student, pages.slice(0, 3))).toEqual([200, 200, 200]);
  expect(await statusesFor(instructor, pages.slice(0, 3))).toEqual([200, 200, 200]);
  const before = await query("SELECT * FROM bookings WHERE id = ?", id);
  for (const stranger of strangers) {
    expect(await statusesFor(stranger, pages)).toEqual(pages.map(() => 404));
  }
  expect(await query("SELECT * FROM bookings WHERE id = ?", id)).toEqual(before);
  expect(await statusesFor(instructor, [note])).toEqual([302]);
});

test("pages and forms of what an instructor keeps are nothing to another instructor", async () => {
  const [owner, stranger] = [await createInstructor(), await createInstructor()];
  const [offering, webhook] = [`/teach/offerings/${owner.offeringId}`, await createWebhook(owner)];
  const shown: Page[] = [{ path: offering }, { path: webhook }];
  const sent: Page[] = [
    { path: offering, form: OFFERING },
    { path: offering, form: { ...OFFERING, intent: "again" } },
    { path: offering, form: { intent: "remove" } },
    { path: webhook, form: { intent: "rotate" } },
    { path: webhook, form: { intent: "replay", event: "any" } },
    { path: webhook, form: { intent: "remove" } },
  ];
  const read = () =>
    Promise.all([
      query("SELECT * FROM offerings WHERE instructor_id = ?", owner.id),
      query("SELECT * FROM webhooks WHERE instructor_id = ?", owner.id),
    ]);
  expect(await statusesFor(owner, shown)).toEqual([200, 200]);
  const before = await read();
  expect(await statusesFor(stranger, [...shown, ...sent])).toEqual(
    [...shown, ...sent].map(() => 404),
  );
  expect(await read()).toEqual(before);
  const [change, , , rotation, , removal] = sent.map((one) => [one]);
  expect(await statusesFor(owner, change ?? [])).toEqual([302]);
  expect(await statusesFor(owner, rotation ?? [])).toEqual([200]);
  expect(await statusesFor(owner, removal ?? [])).toEqual([302]);
  expect(await read()).not.toEqual(before);
});

async function statusesFor({ cookie }: TestPerson, pages: Page[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const { path, form } of pages) {
    const { status, afterwards } = await open(path, cookie, {}, form);
    await afterwards();
    statuses.push(status);
  }
  return statuses;
}

async function createWebhook({ id: instructorId }: TestPerson): Promise<string> {
  const id = testRandom.newId();
  await query(
    `INSERT INTO webhooks (id, instructor_id, url, events, secret_version, created_at)
     VALUES (?, ?, 'https://hooks.example.com/', '["booking.created"]', 1, ?)`,
    id,
    instructorId,
    NOW,
  );
  return `/account/integrations/webhooks/${id}`;
}
