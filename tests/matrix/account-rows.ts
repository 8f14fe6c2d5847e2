import { createToken, PASSWORD } from "../accounts.ts";
import { testRandom } from "../api.ts";
import { query } from "../database.ts";
import { NOW, type World } from "./people.ts";
import { everyRole, toRows } from "./row.ts";

const LATER = NOW + 3_600_000;
const NEW_PASSWORD = "eight yellow chairs";

const registration = () => ({
  body: {
    email: `${testRandom.newId()}@example.test`,
    password: NEW_PASSWORD,
    first_name: "Tom",
    last_name: "Ivers",
  },
});

const resetToken = async ({ student }: World) =>
  await createToken(student.id, { expiresAt: LATER });

const verificationToken = async ({ student }: World) =>
  await createToken(student.id, { kind: "email_verification", expiresAt: LATER });

async function sessionOf({ student }: World): Promise<string> {
  const [session] = await query<{ id: string }>(
    "SELECT id FROM sessions WHERE user_id = ?",
    student.id,
  );
  return session?.id ?? "";
}

/** Accounts, passwords and sessions. Links in mails work for whoever opens them. */
export const accountRows = toRows(
  `
  guest stu stu2 ins ins2 admin sus.stu sus.ins gone
  201   201 201  201 201  201   201     201     201  POST /api/auth/register
  200   200 200  200 200  200   200     200     401  POST /api/auth/login
  204   204 204  204 204  204   204     204     204  POST /api/auth/logout
  401   200 200  200 200  200   200     200     401  GET /api/auth/me
  401   200 200  200 200  200   200     200     401  PATCH /api/auth/me
  401   204 204  204 204  204   204     204     401  POST /api/auth/password
  202   202 202  202 202  202   202     202     202  POST /api/auth/password-reset/request
  200   200 200  200 200  200   200     200     200  POST /api/auth/password-reset/verify
  204   204 204  204 204  204   204     204     422  POST /api/auth/password-reset/confirm
  401   204 204  204 204  204   204     204     401  POST /api/auth/confirm-password
  401   200 200  200 200  200   200     200     401  GET /api/auth/sessions
  401   204 204  204 204  204   204     204     401  DELETE /api/auth/sessions
  401   204 404  404 404  404   204     404     401  DELETE /api/auth/sessions/:id
  401   202 202  202 202  202   202     202     401  POST /api/auth/email-verification/request
  204   204 204  204 204  204   204     204     422  POST /api/auth/email-verification/confirm
  `,
  {
    "POST /api/auth/register": { ask: registration },
    "POST /api/auth/login": {
      ask: ({ student }) => ({ body: { email: student.email, password: PASSWORD } }),
    },
    "PATCH /api/auth/me": {
      ask: () => ({ body: { first_name: "New" } }),
      needs: everyRole("manage_own_profile"),
    },
    "POST /api/auth/password": {
      ask: () => ({ body: { current_password: PASSWORD, new_password: NEW_PASSWORD } }),
      needs: everyRole("change_own_password"),
    },
    "POST /api/auth/password-reset/request": {
      ask: ({ student }) => ({ body: { email: student.email } }),
    },
    "POST /api/auth/password-reset/verify": {
      ask: async (world) => ({ body: { token: await resetToken(world) } }),
    },
    "POST /api/auth/password-reset/confirm": {
      ask: async (world) => ({
        body: { token: await resetToken(world), new_password: NEW_PASSWORD },
      }),
    },
    "POST /api/auth/confirm-password": { ask: () => ({ body: { password: PASSWORD } }) },
    "DELETE /api/auth/sessions/:id": {
      ask: async (world) => ({ params: { id: await sessionOf(world) } }),
    },
    "POST /api/auth/email-verification/confirm": {
      ask: async (world) => ({ body: { token: await verificationToken(world) } }),
    },
  },
);
