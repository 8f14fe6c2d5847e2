import { testRandom } from "../api.ts";
import { query } from "../database.ts";
import { NOW, type World } from "./people.ts";
import { type Asked, teachingRoles, toRows } from "./row.ts";

/** A webhook of the instructor. */
async function webhookOf({ instructor }: World): Promise<Asked> {
  const id = testRandom.newId();
  await query(
    `INSERT INTO webhooks (id, instructor_id, url, events, secret_version, created_at)
     VALUES (?, ?, 'https://hooks.example.com/', '["booking.created"]', 1, ?)`,
    id,
    instructor.id,
    NOW,
  );
  return { params: { id } };
}

/** With an event that was given up. */
async function eventOf(world: World): Promise<Asked> {
  const { params } = await webhookOf(world);
  const eventId = testRandom.newId();
  await query(
    `INSERT INTO webhook_deliveries (webhook_id, event_id, booking_id, type, data, status, attempts,
       attempts_end, next_attempt_at, created_at)
     VALUES (?, ?, 'lesson', 'booking.created', '{}', 'failed', 8, 8, ?, ?)`,
    params?.id ?? "",
    eventId,
    NOW,
    NOW,
  );
  return { params: { ...params, eventId } };
}

const needs = teachingRoles("manage_instructor_profile");
const body = { url: "https://hooks.example.com/", events: ["booking.created"] };

/** Where instructors are told of their lessons. */
export const webhookRows = toRows(
  `
  guest stu stu2 ins ins2 admin sus.stu sus.ins gone
  401   403 403  200 200  200   403     200     401  GET /api/webhooks
  401   403 403  201 201  404   403     201     401  POST /api/webhooks
  401   403 403  200 404  404   403     200     401  GET /api/webhooks/:id
  401   403 403  204 404  404   403     204     401  DELETE /api/webhooks/:id
  401   403 403  200 404  404   403     200     401  POST /api/webhooks/:id/rotate-secret
  401   403 403  200 404  404   403     200     401  GET /api/webhooks/:id/deliveries
  401   403 403  202 404  404   403     202     401  POST /api/webhooks/:id/deliveries/:eventId/replay
  `,
  {
    "GET /api/webhooks": { needs },
    "POST /api/webhooks": { ask: () => ({ body }), needs },
    "GET /api/webhooks/:id": { ask: webhookOf, needs },
    "DELETE /api/webhooks/:id": { ask: webhookOf, needs },
    "POST /api/webhooks/:id/rotate-secret": { ask: webhookOf, needs },
    "GET /api/webhooks/:id/deliveries": { ask: webhookOf, needs },
    "POST /api/webhooks/:id/deliveries/:eventId/replay": { ask: eventOf, needs },
  },
);
