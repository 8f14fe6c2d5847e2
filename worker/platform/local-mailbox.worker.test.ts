import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createStudent } from "../../tests/factories.ts";
import { createTestSender, emptyOutbox, putMail } from "../../tests/mail.ts";
import { createLocalMailbox, createLocalMailer } from "./local-mailbox.ts";
import type { Mail } from "./mailer.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const mailbox = createLocalMailbox(env.AVAILABILITY);

const mailOf = (id: string, to: string): Mail => ({
  id,
  from: "site@example.com",
  to,
  subject: `Subject of ${id}`,
  html: "<p>Hello</p>",
  text: "Hello",
  attachments: [{ filename: "a.ics", content: "BEGIN:VCALENDAR", contentType: "text/calendar" }],
});

async function keep(mail: Mail, sentAt: number): Promise<void> {
  await createLocalMailer(env.AVAILABILITY, () => sentAt).send(mail);
}

test("mail is listed with the newest first, fifty at most, or only that to one address", async () => {
  for (let n = 0; n < 60; n++) {
    await keep(mailOf(`list-${n}`, n === 0 ? "first@example.test" : "list@example.test"), NOW + n);
  }
  const ids = (await mailbox.list("list@example.test")).map(({ id }) => id);
  expect(ids).toEqual(Array.from({ length: 50 }, (_, index) => `list-${59 - index}`));
  expect((await mailbox.list("first@example.test")).map(({ id }) => id)).toEqual(["list-0"]);
  expect(await mailbox.list("nobody@example.test")).toEqual([]);
  expect((await mailbox.list(null)).length).toBe(50);
});

test("one mail is found whole by its id, and none by an id that no mail has", async () => {
  const mail = mailOf("one", "one@example.test");
  await keep(mail, NOW);
  expect(await mailbox.find("one")).toEqual({ ...mail, sentAt: NOW });
  for (const id of ["", "ne", "other", "*", "one:"]) expect(await mailbox.find(id), id).toBeNull();
});

test("mail is kept for a day", async () => {
  await keep(mailOf("day", "day@example.test"), NOW);
  const { keys } = await env.AVAILABILITY.list({ prefix: "mailbox:" });
  const key = keys.find(({ name }) => name.endsWith(":day"));
  const secondsLeft = (key?.expiration ?? 0) - Date.now() / 1000;
  expect(secondsLeft).toBeGreaterThan(86_000);
  expect(secondsLeft).toBeLessThan(86_800);
});

test("without a key of the mail service the outbox is emptied into the mailbox of this machine", async () => {
  await emptyOutbox();
  const { email } = await createStudent();
  const id = await putMail({ kind: "password_reset", to: { address: email }, now: NOW });
  const sender = createTestSender({ now: NOW, isLocal: true });
  await sender.tick();
  expect(sender.sent).toEqual([]);
  const [mail] = await mailbox.list(email);
  expect(mail).toMatchObject({ id, to: email, sentAt: NOW, subject: "Choose a new password" });
  expect(mail?.text).toMatch(/https:\/\/example\.com\/reset-password\?token=\S+/);
});
