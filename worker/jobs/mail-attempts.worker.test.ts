import { expect, test } from "vitest";
import { query } from "../../tests/database.ts";
import {
  createTestSender,
  MAIL_MESSAGE,
  outboxRow,
  putOnlyMail,
  testMailRepository,
} from "../../tests/mail.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const MINUTE_MS = 60_000;
const LEASE_MS = 5 * MINUTE_MS;

const problem = (status: number) => () => Response.json({ name: "an_error" }, { status });

test("a mail that the service cannot take now is tried again, later each time", async () => {
  const answers = [problem(500), problem(429), () => Promise.reject(new TypeError("no network"))];
  for (const [index, answer] of answers.entries()) {
    const { id, student } = await putOnlyMail(NOW);
    const sender = createTestSender({ now: NOW, answer });
    expect((await sender.deliver(MAIL_MESSAGE)).acked).toEqual(["0"]);
    const row = await outboxRow(id);
    expect(row, `answer ${index}`).toMatchObject({
      status: "pending",
      attempts: 1,
      next_attempt_at: NOW + MINUTE_MS,
    });
    expect(String(row.last_error)).toMatch(/^(HTTP (500|429) an_error|TypeError)$/);
    expect(JSON.stringify(row)).not.toContain(student.email);
    sender.clock.now = NOW + MINUTE_MS - 1;
    await sender.tick();
    expect(sender.sent).toHaveLength(1);
    sender.clock.now = NOW + MINUTE_MS;
    await sender.tick();
    expect(await outboxRow(id)).toMatchObject({
      attempts: 2,
      next_attempt_at: sender.clock.now + 3 * MINUTE_MS,
    });
    const recovered = createTestSender({ now: NOW + 4 * MINUTE_MS });
    await recovered.tick();
    expect(await outboxRow(id)).toMatchObject({ status: "sent", attempts: 3, last_error: null });
  }
});

test("a mail that the service refuses is given up at once, and the log names no address", async () => {
  const { id } = await putOnlyMail(NOW);
  const sender = createTestSender({ now: NOW, answer: problem(422) });
  await sender.tick();
  expect(await outboxRow(id)).toMatchObject({ status: "failed", last_error: "HTTP 422 an_error" });
  expect(sender.logged).toEqual([
    { event: "mail_failed", facts: { id, kind: "password_changed" } },
  ]);
});

test("after eight attempts a mail is given up, said once, and never tried again", async () => {
  const { id } = await putOnlyMail(NOW);
  const sender = createTestSender({ now: NOW, answer: problem(503) });
  for (let hours = 0; hours < 10; hours++) {
    sender.clock.now = NOW + hours * 7 * 60 * MINUTE_MS;
    await sender.tick();
  }
  expect(sender.sent).toHaveLength(8);
  expect(await outboxRow(id)).toMatchObject({ status: "failed", attempts: 8 });
  expect(sender.logged.filter(({ event }) => event === "mail_failed")).toHaveLength(1);
});

test("the mail of a sender that died is sent by another when the lease is over, and not before", async () => {
  const { id } = await putOnlyMail(NOW);
  expect(await testMailRepository().claimDue(NOW, NOW + LEASE_MS, 10)).toHaveLength(1);
  const sender = createTestSender({ now: NOW + LEASE_MS - 1 });
  await sender.tick();
  expect(sender.sent).toEqual([]);
  sender.clock.now = NOW + LEASE_MS;
  await sender.tick();
  expect(sender.sent.map((mail) => mail.id)).toEqual([id]);
});

test("a mail whose senders die every time is given up without another attempt", async () => {
  const { id } = await putOnlyMail(NOW);
  await query("UPDATE emails SET attempts = 8 WHERE id = ?", id);
  const sender = createTestSender({ now: NOW });
  await sender.tick();
  expect(sender.sent).toEqual([]);
  expect(await outboxRow(id)).toMatchObject({ status: "failed", last_error: "never finished" });
});

test("of a sender that comes back after its lease only that it sent the mail counts", async () => {
  const { id } = await putOnlyMail(NOW);
  const mail = testMailRepository();
  const [late] = await mail.claimDue(NOW, NOW + LEASE_MS, 10);
  const [current] = await mail.claimDue(NOW + LEASE_MS, NOW + 2 * LEASE_MS, 10);
  if (!late || !current) throw new Error("Nothing was claimed.");
  await mail.recordOutcome(late, { status: "failed", reason: "late" }, NOW);
  expect(await outboxRow(id)).toMatchObject({ status: "pending", attempts: 2, last_error: null });
  await mail.recordOutcome(late, { status: "sent" }, NOW);
  await mail.recordOutcome(current, { status: "failed", reason: "too slow" }, NOW);
  expect(await outboxRow(id)).toMatchObject({ status: "sent", last_error: null });
});
