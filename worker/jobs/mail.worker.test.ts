import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { countRows, createStudents, query } from "../../tests/database.ts";
import {
  createTestSender,
  emptyOutbox,
  MAIL_MESSAGE,
  outboxRow,
  putMail,
  putOnlyMail,
} from "../../tests/mail.ts";
import { listScans } from "../../tests/query-plans.ts";
import { watchDatabase } from "../../tests/watched-database.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const MINUTE_MS = 60_000;
const LEASE_MS = 5 * MINUTE_MS;

async function putMails(count: number): Promise<string[]> {
  await emptyOutbox();
  const people = await createStudents(count);
  return await Promise.all(
    people.map(({ id }) => putMail({ kind: "password_changed", to: { userId: id }, now: NOW })),
  );
}

test("a mail is sent once, however often the queue says that it is there", async () => {
  const { id, student } = await putOnlyMail(NOW);
  const sender = createTestSender({ now: NOW });
  expect(await sender.deliver(MAIL_MESSAGE, MAIL_MESSAGE)).toEqual({
    acked: ["0", "1"],
    retried: [],
  });
  await sender.deliver(MAIL_MESSAGE);
  await sender.tick();
  expect(sender.sent.map((mail) => [mail.id, mail.to])).toEqual([[id, [student.email]]]);
  expect(await outboxRow(id)).toMatchObject({ status: "sent", sent_at: NOW, attempts: 1 });
});

test("of senders that run at once each mail is sent by one", async () => {
  const ids = await putMails(35);
  const sender = createTestSender({ now: NOW });
  await Promise.all([
    sender.deliver(MAIL_MESSAGE),
    sender.tick(),
    sender.deliver(MAIL_MESSAGE),
    sender.tick(),
  ]);
  expect(sender.sent.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});

test("a mail whose message was lost goes out with the next tick", async () => {
  const { id } = await putOnlyMail(NOW);
  const sender = createTestSender({ now: NOW + LEASE_MS });
  await sender.tick();
  expect(sender.sent.map((mail) => mail.id)).toEqual([id]);
});

test("a mail is not sent before it is due", async () => {
  const { id } = await putOnlyMail(NOW);
  const sender = createTestSender({ now: NOW - 1 });
  await sender.tick();
  expect(await outboxRow(id)).toMatchObject({ status: "pending", attempts: 0 });
  sender.clock.now = NOW;
  await sender.tick();
  expect(await outboxRow(id)).toMatchObject({ status: "sent" });
});

test("a slow mail holds up no other", async () => {
  const ids = await putMails(8);
  const gate = Promise.withResolvers<Response>();
  const answer = ({ id }: { id: string }) => (id === ids[0] ? gate.promise : Response.json({}));
  const sender = createTestSender({ now: NOW, answer });
  const sentOnes = () => query("SELECT id FROM emails WHERE status = 'sent' AND sent_at = ?", NOW);
  const before = (await sentOnes()).length;
  const delivery = sender.deliver(MAIL_MESSAGE);
  await expect.poll(async () => (await sentOnes()).length - before).toBe(7);
  expect(await outboxRow(ids[0] ?? "")).toMatchObject({ status: "pending" });
  gate.resolve(Response.json({}));
  await delivery;
  expect(await outboxRow(ids[0] ?? "")).toMatchObject({ status: "sent" });
});

test("mail that nobody can render fails or waits by itself", async () => {
  const [unknown = "", broken = "", good = ""] = await putMails(3);
  await query("UPDATE emails SET kind = 'toString' WHERE id = ?", unknown);
  await query("UPDATE emails SET data = '{' WHERE id = ?", broken);
  const sender = createTestSender({ now: NOW });
  await sender.tick();
  expect(sender.sent.map(({ id }) => id)).toEqual([good]);
  expect(await outboxRow(unknown)).toMatchObject({ status: "failed", last_error: "unknown kind" });
  expect(await outboxRow(broken)).toMatchObject({ status: "pending", last_error: "SyntaxError" });
});

test("a message that says something else is tried again until it is set aside, and holds up no other", async () => {
  const { id } = await putOnlyMail(NOW);
  const sender = createTestSender({ now: NOW });
  const poison = [null, "mail", {}, { kind: "other" }, { kind: "mail", more: 1 }, []];
  const { acked, retried } = await sender.deliver(...poison, MAIL_MESSAGE);
  expect(acked).toEqual([`${poison.length}`]);
  expect(retried.map(({ msgId }) => msgId)).toEqual(poison.map((_, index) => `${index}`));
  expect(sender.sent.map((mail) => mail.id)).toEqual([id]);
});

test("senseless messages alone send nothing", async () => {
  const { id } = await putOnlyMail(NOW);
  const sender = createTestSender({ now: NOW });
  await sender.deliver({ kind: "other" });
  expect(await outboxRow(id)).toMatchObject({ status: "pending", attempts: 0 });
});

test("while the database does not answer, messages come again and the tick still does the rest", async () => {
  const { id } = await putOnlyMail(NOW);
  const { db } = watchDatabase(env.DB, {
    beforeBatch: ([sql]) => {
      if (sql?.includes("emails")) throw new Error("the database is down");
    },
  });
  const sender = createTestSender({ now: NOW, db });
  expect(await sender.deliver(MAIL_MESSAGE)).toEqual({
    acked: [],
    retried: [{ msgId: "0" }],
  });
  await query("INSERT INTO ip_salts (day, salt, created_at) VALUES ('2026-11-01', 'salt', 0)");
  await sender.tick();
  expect(await query("SELECT day FROM ip_salts WHERE day = '2026-11-01'")).toEqual([]);
  expect(sender.logged.map(({ event }) => event)).toContain("mail_not_sent");
  expect(await outboxRow(id)).toMatchObject({ status: "pending", attempts: 0 });
});

test("when only the word that a mail was sent is lost, the service hears of the same mail again", async () => {
  const { id } = await putOnlyMail(NOW);
  const { db } = watchDatabase(env.DB, {
    beforeBatch: ([sql]) => {
      if (sql?.includes("sent_at")) throw new Error("gone");
    },
  });
  const broken = createTestSender({ now: NOW, db });
  await broken.tick();
  expect(broken.logged.map(({ event }) => event)).toEqual(["mail_not_recorded"]);
  const sender = createTestSender({ now: NOW + LEASE_MS });
  await sender.tick();
  expect([...broken.sent, ...sender.sent].map((mail) => mail.id)).toEqual([id, id]);
  expect(await outboxRow(id)).toMatchObject({ status: "sent" });
});

test("a run ends in time however much there is, and the next one goes on", async () => {
  const ids = await putMails(205);
  const sender = createTestSender({ now: NOW });
  await sender.tick();
  expect(sender.sent).toHaveLength(200);
  await sender.tick();
  expect(new Set(sender.sent.map(({ id }) => id))).toEqual(new Set(ids));
  expect(sender.sent).toHaveLength(205);
});

test("sending walks through no table, however many mails were ever sent", async () => {
  await putOnlyMail(NOW);
  await putMail({ kind: "password_reset", to: { address: "nobody@example.test" }, now: NOW });
  const watched = watchDatabase(env.DB);
  const before = await countRows();
  await createTestSender({ now: NOW, db: watched.db }).deliver(MAIL_MESSAGE);
  expect(watched.statements().length).toBeGreaterThan(3);
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
  expect(await countRows()).toEqual(before);
});
