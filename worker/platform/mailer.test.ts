import { expect, test } from "vitest";
import { createResendMailer, type Mail, staysLocal } from "./mailer.ts";

const MAIL: Mail = {
  id: "mail-1",
  from: "Site <no-reply@example.com>",
  to: "ana@example.test",
  subject: "Hello",
  html: "<p>Hello</p>",
  text: "Hello",
  attachments: [],
};

/** A mailer whose service answers so, and what it was asked. */
function resend(answer: () => Response | Promise<Response>) {
  const requests: Request[] = [];
  const mailer = createResendMailer("re_key", async (input, init) => {
    requests.push(new Request(input, init));
    return await answer();
  });
  return { mailer, requests };
}

const problem = (status: number, body: unknown) => () => Response.json(body, { status });

test("a mail is one request with the key, the mail's id and all of its parts", async () => {
  const { mailer, requests } = resend(() => Response.json({ id: "x" }));
  const attachment = {
    filename: "lesson.ics",
    content: "Klavier für 🎹",
    contentType: "text/calendar",
  };
  await mailer.send({ ...MAIL, attachments: [attachment] });
  const [request] = requests;
  expect([requests.length, request?.method, request?.url]).toEqual([
    1,
    "POST",
    "https://api.resend.com/emails",
  ]);
  expect(request?.headers.get("authorization")).toBe("Bearer re_key");
  expect(request?.headers.get("idempotency-key")).toBe("mail-1");
  const { id: _, attachments: __, to, ...same } = MAIL;
  expect(await request?.json()).toEqual({
    ...same,
    to: [to],
    attachments: [
      {
        filename: "lesson.ics",
        content: Buffer.from("Klavier für 🎹").toString("base64"),
        content_type: "text/calendar",
      },
    ],
  });
});

test("what is wrong with the mail is refused for good, everything else may pass", async () => {
  for (const status of [400, 413, 422]) {
    const { mailer } = resend(problem(status, { name: "validation_error", message: MAIL.to }));
    await expect(mailer.send(MAIL), `${status}`).rejects.toMatchObject({
      name: "MailRefusedError",
      message: `HTTP ${status} validation_error`,
    });
  }
  for (const status of [401, 403, 404, 408, 429, 500, 502, 503]) {
    const { mailer } = resend(problem(status, { name: "some_error", message: MAIL.to }));
    await expect(mailer.send(MAIL), `${status}`).rejects.toMatchObject({
      name: "MailDelayedError",
      message: `HTTP ${status} some_error`,
    });
  }
});

test("a mail that an earlier attempt has brought there counts as sent; one that is on its way does not", async () => {
  const { mailer } = resend(problem(409, { name: "invalid_idempotent_request" }));
  await expect(mailer.send(MAIL)).resolves.toBeUndefined();
  const busy = resend(problem(409, { name: "concurrent_idempotent_requests" }));
  await expect(busy.mailer.send(MAIL)).rejects.toMatchObject({ name: "MailDelayedError" });
});

test("of a senseless answer nothing is repeated", async () => {
  for (const body of [`To ${MAIL.to}`, JSON.stringify({ name: MAIL.to }), "null", ""]) {
    const { mailer } = resend(() => new Response(body, { status: 500 }));
    await expect(mailer.send(MAIL)).rejects.toMatchObject({ message: "HTTP 500 unnamed" });
  }
});

test("a service that does not answer is not waited for without end", async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const mailer = createResendMailer("re_key", async (_, init) => {
    signals.push(init?.signal);
    throw new DOMException("too slow", "TimeoutError");
  });
  await expect(mailer.send(MAIL)).rejects.toMatchObject({ name: "TimeoutError" });
  expect(signals[0]).toBeInstanceOf(AbortSignal);
});

test("mail stays on the machine only in a local run without a key", () => {
  expect(staysLocal({ TIER: "int", RESEND_API_KEY: null })).toBe(true);
  expect(staysLocal({ TIER: "int", RESEND_API_KEY: "re_key" })).toBe(false);
  for (const TIER of ["stg", "prod"] as const) {
    expect(staysLocal({ TIER, RESEND_API_KEY: null })).toBe(false);
  }
});
