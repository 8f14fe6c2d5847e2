import { sha256Hex } from "../../worker/platform/hash.ts";
import { testRandom } from "../api.ts";
import { query } from "../database.ts";
import { NOW, type World } from "./people.ts";
import { type Asked, toRows } from "./row.ts";

const HOUR_MS = 3_600_000;

/** A key that the student has made for a program. */
async function keyOf({ student }: World): Promise<Asked> {
  const id = testRandom.newId();
  await query(
    `INSERT INTO api_keys (id, user_id, name, key_hash, hint, scopes, created_at, expires_at)
     VALUES (?, ?, 'program', ?, 'hint', '[]', ?, ?)`,
    id,
    student.id,
    await sha256Hex(id),
    NOW,
    NOW + HOUR_MS,
  );
  return { params: { id } };
}

/** What programs need: keys of their own, and the numbers of the site itself. */
export const operationsRows = toRows(
  `
  guest stu stu2 ins ins2 admin sus.stu sus.ins gone
  401   200 200  200 200  200   200     200     401  GET /api/api-keys
  401   201 201  201 201  201   201     201     401  POST /api/api-keys
  401   204 404  404 404  404   204     404     401  DELETE /api/api-keys/:id
  401   403 403  403 403  200   403     403     401  GET /metrics/prometheus
  `,
  {
    "POST /api/api-keys": {
      ask: () => ({ body: { name: "program", scopes: ["public:read"] } }),
    },
    "DELETE /api/api-keys/:id": { ask: keyOf },
    "GET /metrics/prometheus": { needs: { admin: "access_monitoring" } },
  },
);
