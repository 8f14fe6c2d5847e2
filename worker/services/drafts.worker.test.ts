import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../db/client.ts";
import { createDraftRepository } from "../../db/repositories/drafts.ts";
import { testRandom } from "../../tests/api.ts";
import { query } from "../../tests/database.ts";
import { createInstructor, createStudent } from "../../tests/factories.ts";
import { listScans } from "../../tests/query-plans.ts";
import { watchDatabase } from "../../tests/watched-database.ts";
import { DRAFT_KEPT_MS, EMPTY_DRAFT } from "../domain/booking-draft.ts";
import type { Identity } from "../domain/search-history.ts";
import { createDraftService, type DraftService } from "./drafts.ts";

const NOW = Date.UTC(2026, 11, 1, 15);

function draftsAt(now: number, db: D1Database = env.DB) {
  const database = openDatabase(db.withSession("first-primary"), noDatabaseUse());
  return createDraftService({ drafts: createDraftRepository(database), random: testRandom, now });
}

async function findDraft(drafts: DraftService, owner: Identity, instructorId: string) {
  return (await drafts.open(owner, instructorId)).draft;
}

const noted = (studentNote: string) => ({ ...EMPTY_DRAFT, studentNote });

test("each person has one draft for each instructor, and the last save is the one", async () => {
  const [one, other] = [await createInstructor(), await createInstructor()];
  const [student, guest] = [{ userId: (await createStudent()).id }, { guestId: "guest-a" }];
  const drafts = draftsAt(NOW);
  for (const owner of [student, guest]) {
    await drafts.save(owner, one.id, noted("first"));
    await drafts.save(owner, one.id, noted("second"));
    await drafts.save(owner, other.id, noted("other"));
  }
  for (const owner of [student, guest]) {
    expect(await findDraft(drafts, owner, one.id)).toEqual(noted("second"));
    expect(await findDraft(drafts, owner, other.id)).toEqual(noted("other"));
  }
  await drafts.delete(student, one.id);
  await drafts.delete(student, one.id);
  expect(await findDraft(drafts, student, one.id)).toEqual(EMPTY_DRAFT);
  expect(await findDraft(drafts, guest, one.id)).toEqual(noted("second"));
});

test("a draft is there for seven days after it was last saved, and not a millisecond longer", async () => {
  const { id } = await createInstructor();
  const guest = { guestId: "guest-b" };
  await draftsAt(NOW).save(guest, id, noted("kept"));
  expect(await findDraft(draftsAt(NOW + DRAFT_KEPT_MS - 1), guest, id)).toEqual(noted("kept"));
  expect(await findDraft(draftsAt(NOW + DRAFT_KEPT_MS), guest, id)).toEqual(EMPTY_DRAFT);
});

test("for an instructor who does not exist nothing is kept", async () => {
  const saved = draftsAt(NOW).save({ guestId: "guest-c" }, "nobody", noted("lost"));
  await expect(saved).rejects.toMatchObject({ code: "not_found" });
  expect(await query("SELECT id FROM booking_drafts WHERE guest_id = 'guest-c'")).toEqual([]);
});

test("signing in brings the guest's drafts along, the newer of two stays, and a second time moves nothing", async () => {
  const [fresh, stale, own] = [
    await createInstructor(),
    await createInstructor(),
    await createInstructor(),
  ];
  const [userId, guestId] = [(await createStudent()).id, "guest-d"];
  await draftsAt(NOW).save({ userId }, fresh.id, noted("older, of the account"));
  await draftsAt(NOW + 2).save({ userId }, stale.id, noted("newer, of the account"));
  await draftsAt(NOW).save({ userId }, own.id, noted("only the account's"));
  await draftsAt(NOW + 1).save({ guestId }, fresh.id, noted("newer, of the guest"));
  await draftsAt(NOW + 1).save({ guestId }, stale.id, noted("older, of the guest"));
  const drafts = draftsAt(NOW + 3);
  for (let time = 0; time < 2; time++) {
    await drafts.moveToUser(guestId, userId);
    expect(await findDraft(drafts, { userId }, fresh.id)).toEqual(noted("newer, of the guest"));
    expect(await findDraft(drafts, { userId }, stale.id)).toEqual(noted("newer, of the account"));
    expect(await findDraft(drafts, { userId }, own.id)).toEqual(noted("only the account's"));
  }
  expect(await query("SELECT id FROM booking_drafts WHERE guest_id = ?", guestId)).toEqual([]);
});

test("of two windows that choose different things at once, both choices are kept", async () => {
  const { id } = await createInstructor();
  const guest = { guestId: "guest-f" };
  const drafts = draftsAt(NOW);
  const first = { offeringId: "o1", durationMinutes: 60, startAt: NOW };
  const saved = await drafts.save(guest, id, first);
  expect(saved.draft).toEqual({ ...EMPTY_DRAFT, ...first });
  await Promise.all([
    drafts.save(guest, id, { studentNote: "hello" }),
    drafts.save(guest, id, { durationMinutes: 30, startAt: null }),
  ]);
  expect(await findDraft(drafts, guest, id)).toEqual({
    ...EMPTY_DRAFT,
    offeringId: "o1",
    durationMinutes: 30,
    studentNote: "hello",
  });
});

test("what has expired does not come back with the next choice", async () => {
  const { id } = await createInstructor();
  const guest = { guestId: "guest-g" };
  await draftsAt(NOW).save(guest, id, { studentNote: "old" });
  await draftsAt(NOW + DRAFT_KEPT_MS).save(guest, id, { durationMinutes: 30 });
  const draft = await findDraft(draftsAt(NOW + DRAFT_KEPT_MS), guest, id);
  expect(draft).toEqual({ ...EMPTY_DRAFT, durationMinutes: 30 });
});

test("somebody unknown has chosen nothing, and an instructor nobody can book is not found", async () => {
  const { id } = await createInstructor();
  const drafts = draftsAt(NOW);
  await drafts.save({ guestId: "guest-h" }, id, noted("a guest's"));
  const { instructor, draft } = await drafts.open(null, id);
  expect(instructor.id).toBe(id);
  expect(draft).toEqual(EMPTY_DRAFT);
  await query("UPDATE users SET status = 'suspended' WHERE id = ?", id);
  await expect(drafts.open(null, id)).rejects.toMatchObject({ code: "not_found" });
});

test("nothing about drafts walks through the table", async () => {
  const watched = watchDatabase(env.DB);
  const drafts = draftsAt(NOW, watched.db);
  const { id } = await createInstructor();
  const userId = (await createStudent()).id;
  for (const owner of [{ userId }, { guestId: "guest-e" }]) {
    await drafts.save(owner, id, noted("x"));
    await drafts.open(owner, id);
    await drafts.delete(owner, id);
  }
  await drafts.moveToUser("guest-e", userId);
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
});
