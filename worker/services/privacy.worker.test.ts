import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../db/client.ts";
import { createPersonalDataRepository } from "../../db/repositories/personal-data.ts";
import { testRandom } from "../../tests/api.ts";
import { createInstructor, createStudent } from "../../tests/factories.ts";
import { createFullPerson } from "../../tests/personal-rows.ts";
import type { Actor } from "../domain/actor.ts";
import { createPrivacyService, type PrivacyDependencies } from "./privacy.ts";

const NOW = Date.UTC(2026, 11, 1, 15);

const db = openDatabase(env.DB.withSession("first-primary"), noDatabaseUse());

/** Only what a person sees of themselves: nothing of it asks for any other dependency. */
const privacy = createPrivacyService({
  personalData: createPersonalDataRepository(db),
  random: testRandom,
  now: NOW,
} as PrivacyDependencies);

test("the summary counts what is held of each kind, and tells the two choices", async () => {
  const others = { teacher: await createInstructor(), student: await createStudent() };
  const person = await createFullPerson(others);
  const { counts, ...choices } = await privacy.summary({ id: person.id } as Actor);
  expect(Object.fromEntries(counts.map(({ kind, count }) => [kind, count]))).toEqual({
    lessons_as_student: 1,
    lessons_as_instructor: 1,
    searches: 1,
    search_events: 2,
    drafts: 1,
    emails: 1,
    sessions: 1,
  });
  for (const { label } of counts) expect(label).toMatch(/^[A-Z]/);
  expect(choices).toEqual({ isMeasuringDeclined: true, clearsSearches: true });
});

test("whoever has done nothing yet sees zeros, and what they choose is told next", async () => {
  const actor = { id: (await createStudent()).id } as Actor;
  const { counts, ...choices } = await privacy.summary(actor);
  const held = counts.filter(({ count }) => count > 0);
  expect(held.map(({ kind }) => kind)).toEqual(["sessions"]);
  expect(choices).toEqual({ isMeasuringDeclined: false, clearsSearches: false });
  await privacy.setChoices(actor, { isMeasuringDeclined: true });
  expect(await privacy.summary(actor)).toMatchObject({
    isMeasuringDeclined: true,
    clearsSearches: false,
  });
});

test("nobody is told anything without being signed in", async () => {
  await expect(privacy.summary(null)).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(privacy.setChoices(null, {})).rejects.toMatchObject({ code: "unauthenticated" });
});
