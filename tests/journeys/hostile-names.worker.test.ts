import { expect, test } from "vitest";
import { PASSWORD } from "../accounts.ts";
import { createTestApi, testRandom } from "../api.ts";
import { countRows } from "../database.ts";
import { bookingBody, createInstructor, createStudent } from "../factories.ts";
import { createTestSender, MAIL_MESSAGE } from "../mail.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const api = createTestApi({ now: NOW });

/** What would begin a line of its own in a header, a mail or a calendar. */
const LINE_BREAKS = ["\r\n", "\n", "\r", "\u0000", "\u0085", "\u000B", "\u000C"];

/** Fine as names, and something else to whoever puts them together without care. */
const SHARP_NAMES = [
  "Bcc: all@evil.test",
  'Eve" <all@evil.test>, "Eve',
  "Eve\\nX-EVIL:1",
  "Eve;X-EVIL=1,X-EVIL:1",
  "<script>alert(1)</script>",
  "Eve%0D%0AX-EVIL: 1",
  "=?utf-8?q?Eve=0D=0AX-EVIL:_1?=",
  "END:VEVENT",
  "{{1+1}}<%=1+1%>",
];

function registration(names: Record<string, string>) {
  return { email: `${testRandom.newId()}@example.test`, password: PASSWORD, ...names };
}

test("no name begins a line of its own, new or changed, and none of it is written or repeated", async () => {
  const student = await createStudent();
  const before = await countRows();
  for (const lineBreak of LINE_BREAKS) {
    for (const field of ["first_name", "last_name"]) {
      const names = { first_name: "Eve", last_name: "Adams", [field]: `Eve${lineBreak}X-EVIL: 1` };
      const answers = [
        await api.post("/api/auth/register", registration(names)),
        await api.send("/api/auth/me", { method: "PATCH", body: names, as: student }),
      ];
      for (const { status, json, text, headers } of answers) {
        expect([lineBreak, status, json.errors?.[0].path]).toEqual([lineBreak, 422, field]);
        expect(text).not.toContain("EVIL");
        expect([...headers].flat().join()).not.toMatch(/evil/i);
      }
    }
  }
  expect(await countRows()).toEqual(before);
});

test("a name that is fine stays a name in mails and calendars, whatever it looks like there", async () => {
  for (const name of SHARP_NAMES) {
    const [teacher, student] = [await createInstructor(), await createStudent()];
    const body = { first_name: name };
    const renamed = await api.send("/api/auth/me", { method: "PATCH", body, as: student });
    expect([name, renamed.json.first_name]).toEqual([name, name]);
    const when = { date: "2026-12-03", start_time: "10:00" };
    const booked = await api.post("/api/bookings", bookingBody(teacher, when), { as: student });
    expect([name, booked.status]).toEqual([name, 201]);

    const path = `/api/bookings/${booked.json.id}/calendar.ics`;
    const calendar = await api.get(path, { as: teacher });
    const lines = calendar.text.replaceAll("\r\n ", "").split("\r\n");
    expect(lines.filter((line) => line === "END:VEVENT")).toHaveLength(1);
    expect(lines.filter((line) => /^X-EVIL/i.test(line))).toEqual([]);
    expect(calendar.text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);

    const mails = await sendMails();
    const mail = mails.find(({ to }) => to.includes(teacher.email));
    expect(mails.flatMap(({ to }) => to).sort()).toEqual([teacher.email, student.email].sort());
    expect(mail?.text).toContain(name);
    expect(mail?.html).not.toContain("<script>");
    for (const { subject } of mails) expect(subject).not.toMatch(/\p{Cc}/u);
  }
});

/** All that is due, as it goes to the mail service. */
async function sendMails() {
  const sender = createTestSender({ now: NOW });
  await sender.deliver(MAIL_MESSAGE);
  return sender.sent;
}
