import { testRandom } from "../api.ts";
import { query } from "../database.ts";
import { createAdmin, createInstructor } from "../factories.ts";
import { NOW, type World } from "./people.ts";
import { type Asked, everyRole, toRows } from "./row.ts";

const HOUR_MS = 3_600_000;

/** Somebody whom everybody may look at. */
const instructorId = async () => ({ instructorId: (await createInstructor()).id });

const slots = async (): Promise<Asked> => ({
  params: await instructorId(),
  body: { items: [{ start_at: "2026-12-02T16:00:00Z", duration_minutes: 60 }] },
});

const nextOfMany = async (): Promise<Asked> => ({
  query: `?instructor_ids=${(await createInstructor()).id}&duration_minutes=60`,
});

const interaction = async (): Promise<Asked> => ({
  body: {
    search_event_id: testRandom.newId(),
    interactions: [
      { type: "click", instructor_id: (await createInstructor()).id, position: 1, elapsed_ms: 5 },
    ],
  },
});

/** A search that the student once made. */
async function searchOf({ student }: World): Promise<Asked> {
  const id = testRandom.newId();
  await query(
    `INSERT INTO search_history (id, user_id, normalized_query, query, search_type, search_count,
       result_count, first_searched_at, last_searched_at, last_event_id)
     VALUES (?1, ?2, 'piano', 'Piano', 'natural_language', 1, 1, ?3, ?3, ?1)`,
    id,
    student.id,
    NOW,
  );
  return { params: { id } };
}

/** The id of an announcement that everybody sees. */
export async function createAnnouncement(): Promise<string> {
  const id = testRandom.newId();
  await query(
    `INSERT INTO announcements (id, title, body, audience, priority, starts_at, ends_at, created_by,
       created_at, updated_at) VALUES (?1, 'News', '', 'everyone', 0, ?2, ?3, ?4, ?2, ?2)`,
    id,
    NOW - HOUR_MS,
    NOW + HOUR_MS,
    (await createAdmin()).id,
  );
  return id;
}

const dismissal = async (): Promise<Asked> => ({
  params: { announcementId: await createAnnouncement() },
});

/** What needs nobody: signed in or not, suspended or not, everybody gets the same, if not of another. */
export const publicRows = toRows(
  `
  guest stu stu2 ins ins2 admin sus.stu sus.ins gone
  200   200 200  200 200  200   200     200     200  GET /api/openapi.json
  200   200 200  200 200  200   200     200     200  GET /api/healthz
  200   200 200  200 200  200   200     200     200  GET /api/readyz
  200   200 200  200 200  200   200     200     200  GET /api/public/instructors/:instructorId/availability
  200   200 200  200 200  200   200     200     200  GET /api/public/instructors/:instructorId/next-available
  200   200 200  200 200  200   200     200     200  GET /api/public/next-available
  200   200 200  200 200  200   200     200     200  POST /api/public/instructors/:instructorId/check-slots
  200   200 200  200 200  200   200     200     200  GET /api/services/categories
  200   200 200  200 200  200   200     200     200  GET /api/services/catalog
  200   200 200  200 200  200   200     200     200  GET /api/services/catalog/top-per-category
  200   200 200  200 200  200   200     200     200  GET /api/services/catalog/all-with-instructors
  200   200 200  200 200  200   200     200     200  GET /api/instructors
  200   200 200  200 200  200   200     200     200  GET /api/instructors/:instructorId
  200   200 200  200 200  200   200     200     200  GET /api/search/instructors
  200   200 200  200 200  200   200     200     200  GET /api/search/complete
  200   200 200  200 200  200   200     200     200  GET /api/search-history
  202   202 202  202 202  202   202     202     202  POST /api/search-history/interactions
  404   204 404  404 404  404   204     404     404  DELETE /api/search-history/:id
  200   200 200  200 200  200   200     200     200  GET /api/announcements/current
  204   204 204  204 204  204   204     204     204  POST /api/announcements/:announcementId/dismiss
  `,
  {
    "GET /api/public/instructors/:instructorId/availability": {
      ask: async () => ({ params: await instructorId() }),
    },
    "GET /api/public/instructors/:instructorId/next-available": {
      ask: async () => ({ params: await instructorId(), query: "?duration_minutes=60" }),
    },
    "GET /api/public/next-available": { ask: nextOfMany },
    "POST /api/public/instructors/:instructorId/check-slots": { ask: slots },
    "GET /api/instructors/:instructorId": {
      ask: async () => ({ params: await instructorId() }),
    },
    "GET /api/search/instructors": { ask: () => ({ query: "?q=piano" }) },
    "GET /api/search/complete": { ask: () => ({ query: "?q=pia" }) },
    "POST /api/search-history/interactions": { ask: interaction },
    "GET /api/search-history": { needs: everyRole("view_own_search_history") },
    "DELETE /api/search-history/:id": {
      ask: searchOf,
      needs: everyRole("view_own_search_history"),
    },
    "POST /api/announcements/:announcementId/dismiss": { ask: dismissal },
  },
);
