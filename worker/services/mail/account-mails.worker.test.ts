import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { query } from "../../../tests/database.ts";
import { createPerson, createStudent } from "../../../tests/factories.ts";
import {
  createSampleLesson,
  createTestSender,
  emptyOutbox,
  outboxRow,
  putMail,
  type SentMail,
} from "../../../tests/mail.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";
import type { EmailKind } from "../../domain/email.ts";
import { sha256Hex } from "../../platform/hash.ts";
import { TEMPLATES } from "./templates.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const tokensOf = (userId: string) =>
  query("SELECT * FROM account_tokens WHERE user_id = ? ORDER BY created_at, id", userId);

const linkIn = ({ text }: Pick<SentMail, "text">) => /https:\/\/\S+/.exec(text)?.[0] ?? "";
const tokenIn = (mail: SentMail) => new URL(linkIn(mail)).searchParams.get("token") ?? "";

/** Sends one mail of the kind and nothing else; what went out and what became of it. */
async function send(kind: EmailKind, to: { userId: string } | { address: string }, now = NOW) {
  await emptyOutbox();
  const id = await putMail({ kind, to, now });
  const sender = createTestSender({ now });
  await sender.tick();
  return { sent: sender.sent, row: await outboxRow(id) };
}

test("a link for a new password works by its hash alone, for an hour, and its secret lies nowhere", async () => {
  const { id, email } = await createStudent();
  const { sent, row } = await send("password_reset", { address: email });
  const [mail] = sent;
  if (!mail) throw new Error("Nothing was sent.");
  expect(mail.to).toEqual([email]);
  expect(linkIn(mail)).toMatch(/^https:\/\/example\.com\/reset-password\?token=./);
  const tokens = await tokensOf(id);
  expect(tokens).toMatchObject([
    {
      kind: "password_reset",
      token_hash: await sha256Hex(tokenIn(mail)),
      created_at: NOW,
      expires_at: NOW + HOUR_MS,
      used_at: null,
    },
  ]);
  expect(JSON.stringify([tokens, row])).not.toContain(tokenIn(mail));
});

test("an address without an account, and one whose account is closed or erased, gets nothing", async () => {
  const closed = await createPerson({ status: "deactivated" });
  const erased = await createStudent();
  await query("UPDATE users SET erased_at = ? WHERE id = ?", NOW, erased.id);
  for (const address of ["nobody@example.test", closed.email, erased.email]) {
    const { sent, row } = await send("password_reset", { address });
    expect(sent, address).toEqual([]);
    expect(row).toMatchObject({ status: "skipped", sent_at: null, last_error: null });
  }
  expect([...(await tokensOf(closed.id)), ...(await tokensOf(erased.id))]).toEqual([]);
});

test("somebody suspended can still choose a new password", async () => {
  const { email } = await createPerson({ status: "suspended" });
  expect((await send("password_reset", { address: email })).sent).toHaveLength(1);
});

test("a new link takes the place of earlier unused ones of its kind and of no other", async () => {
  const { id, email } = await createStudent();
  const stranger = await createStudent();
  const put = (token: string, userId: string, kind: string, usedAt: number | null) =>
    query(
      "INSERT INTO account_tokens (id, user_id, kind, token_hash, created_at, expires_at, used_at) VALUES (?1, ?2, ?3, ?1, ?4, ?5, ?6)",
      token,
      userId,
      kind,
      NOW - MINUTE_MS,
      NOW + HOUR_MS,
      usedAt,
    );
  await put("earlier", id, "password_reset", null);
  await put("used", id, "password_reset", NOW - 1);
  await put("other-kind", id, "email_verification", null);
  await put("strangers", stranger.id, "password_reset", null);
  const { sent } = await send("password_reset", { address: email });
  const fresh = await sha256Hex(sent[0] ? tokenIn(sent[0]) : "");
  const hashes = async (userId: string) => (await tokensOf(userId)).map((one) => one.token_hash);
  expect(await hashes(id)).toEqual(["other-kind", "used", fresh]);
  expect(await hashes(stranger.id)).toEqual(["strangers"]);
});

test("a link that arrived although the answer was lost still works after the mail is sent again", async () => {
  await emptyOutbox();
  const { id, email } = await createStudent();
  const mailId = await putMail({ kind: "password_reset", to: { address: email }, now: NOW });
  const answers = [() => Promise.reject(new TypeError("the answer is lost"))];
  const known = () => Response.json({ name: "invalid_idempotent_request" }, { status: 409 });
  const sender = createTestSender({ now: NOW, answer: () => (answers.pop() ?? known)() });
  await sender.tick();
  sender.clock.now = NOW + MINUTE_MS;
  await sender.tick();
  expect(await outboxRow(mailId)).toMatchObject({ status: "sent", attempts: 2 });
  const hashes = (await tokensOf(id)).map((token) => token.token_hash);
  expect(sender.sent).toHaveLength(2);
  expect(hashes).toEqual(await Promise.all(sender.sent.map((mail) => sha256Hex(tokenIn(mail)))));
});

test("an account that is closed while its mail is written gets no link, and keeps what it had", async () => {
  const { id, email } = await createStudent();
  await send("password_reset", { address: email });
  const before = await tokensOf(id);
  await emptyOutbox();
  const mailId = await putMail({ kind: "password_reset", to: { address: email }, now: NOW });
  const { db } = watchDatabase(env.DB, {
    beforeBatch: async (statements) => {
      if (!statements.some((sql) => sql.includes("INTO account_tokens"))) return;
      await query("UPDATE users SET status = 'deactivated' WHERE id = ?", id);
    },
  });
  const sender = createTestSender({ now: NOW, db });
  await sender.tick();
  expect(sender.sent).toEqual([]);
  expect(await outboxRow(mailId)).toMatchObject({ status: "skipped" });
  expect(await tokensOf(id)).toEqual(before);
});

test("an address is asked to be confirmed with a link for a week, unless it is by then", async () => {
  const { id } = await createStudent();
  const { sent } = await send("email_verification", { userId: id });
  expect(sent.map(linkIn)).toEqual([
    expect.stringMatching(/^https:\/\/example\.com\/verify-email\?token=./),
  ]);
  const tokens = await tokensOf(id);
  expect(tokens).toMatchObject([
    { kind: "email_verification", expires_at: NOW + 7 * 24 * HOUR_MS },
  ]);
  await query("UPDATE users SET email_verified_at = ? WHERE id = ?", NOW, id);
  const again = await send("email_verification", { userId: id });
  expect([again.sent, again.row.status]).toEqual([[], "skipped"]);
  expect(await tokensOf(id)).toEqual(tokens);
});

test("that a password was changed is told with the way to take it back, and without a secret", async () => {
  const { id } = await createStudent();
  const { sent } = await send("password_changed", { userId: id });
  expect(sent.map(linkIn)).toEqual(["https://example.com/forgot-password"]);
  expect(await tokensOf(id)).toEqual([]);
});

test("every kind of mail says the same in both forms, its link once, and greets by any name", async () => {
  const names = ["<b>Ana</b>", "A\r\nBcc: x", `"'&`, "نور", "🎹🎹", "evil.com"];
  await createSampleLesson();
  for (const kind of Object.keys(TEMPLATES) as EmailKind[]) {
    for (const firstName of names) {
      const { id } = await createStudent({ firstName });
      const [mail] = (await send(kind, { userId: id })).sent;
      if (!mail) throw new Error(`No mail of kind ${kind}.`);
      const link = linkIn(mail);
      expect(mail.text.split(link), kind).toHaveLength(2);
      expect(mail.html.split(`href="${link}"`), kind).toHaveLength(2);
      expect(mail.text + mail.html).not.toContain("evil.com");
      expect(mail.html).not.toContain("<b>");
      expect(mail.subject).toMatch(/^[\w ,.:-]+$/);
      expect(mail.text).toMatch(/^Hello( [^\r\n]+)?,\n/);
    }
  }
});
