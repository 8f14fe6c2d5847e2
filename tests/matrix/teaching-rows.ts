import { testRandom } from "../api.ts";
import { query } from "../database.ts";
import { NOW, type World } from "./people.ts";
import { type Asked, type Facts, teachingRoles, toRows } from "./row.ts";

const MONDAY = "2026-12-07";
const NEXT_MONDAY = "2026-12-14";
const NEXT_SUNDAY = "2026-12-20";

const NINE_TO_TWELVE = [{ start_time: "09:00", end_time: "12:00" }];
const WEEKLY = { mon: NINE_TO_TWELVE, tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const PROFILE = {
  bio: "Plays and teaches with joy.",
  years_experience: 3,
  areas: ["brooklyn"],
};
const OFFERING = {
  service: "cello",
  hourly_rate_cents: 7000,
  duration_options: [60],
  location_types: ["online"],
};

async function blackoutOf({ instructor }: World): Promise<Asked> {
  const blackoutId = testRandom.newId();
  await query(
    "INSERT INTO blackouts (id, instructor_id, start_on, end_on, created_at) VALUES (?, ?, ?, ?, ?)",
    blackoutId,
    instructor.id,
    MONDAY,
    MONDAY,
    NOW,
  );
  return { params: { blackoutId } };
}

const ofOffering = (body?: unknown) => (world: World) => ({
  params: { offeringId: world.instructor.offeringId },
  body,
});
const sending = (body: unknown) => () => ({ body });

const PROFILES = teachingRoles("manage_instructor_profile");
const SERVICES = teachingRoles("manage_services");
const HOURS = teachingRoles("manage_availability");
const STATUS: Facts = { needs: teachingRoles("suspend_own_instructor_account") };

/** What instructors have and set. Those who may, but have no profile to teach with, find nothing. */
export const teachingRows = toRows(
  `
  guest stu stu2 ins ins2 admin sus.stu sus.ins gone
  401   201 201  409 409  201   403     403     401  POST /api/instructors/me
  401   403 403  200 200  404   403     200     401  GET /api/instructors/me
  401   403 403  200 200  404   403     200     401  PATCH /api/instructors/me
  401   403 403  204 204  404   403     204     401  POST /api/instructors/me/suspend
  401   403 403  204 204  404   403     403     401  POST /api/instructors/me/reactivate
  401   403 403  204 204  404   403     204     401  POST /api/instructors/me/deactivate
  401   403 403  200 200  404   403     200     401  GET /api/instructors/me/offerings
  401   403 403  201 201  404   403     201     401  POST /api/instructors/me/offerings
  401   403 403  200 404  404   403     200     401  PATCH /api/instructors/me/offerings/:offeringId
  401   403 403  204 404  404   403     204     401  DELETE /api/instructors/me/offerings/:offeringId
  401   403 403  200 200  404   403     200     401  GET /api/instructors/me/availability/weekly
  401   403 403  200 200  404   403     200     401  PUT /api/instructors/me/availability/weekly
  401   403 403  200 200  404   403     200     401  GET /api/instructors/me/availability/week
  401   403 403  200 200  404   403     200     401  PUT /api/instructors/me/availability/dates/:date
  401   403 403  200 200  404   403     200     401  DELETE /api/instructors/me/availability/dates/:date
  401   403 403  200 200  404   403     200     401  POST /api/instructors/me/availability/copy-week
  401   403 403  200 200  404   403     200     401  POST /api/instructors/me/availability/apply-week
  401   403 403  200 200  404   403     200     401  POST /api/instructors/me/availability/clear
  401   403 403  200 200  404   403     200     401  GET /api/instructors/me/blackouts
  401   403 403  201 201  404   403     201     401  POST /api/instructors/me/blackouts
  401   403 403  204 404  404   403     204     401  DELETE /api/instructors/me/blackouts/:blackoutId
  `,
  {
    "POST /api/instructors/me": { ask: sending(PROFILE) },
    "GET /api/instructors/me": { needs: PROFILES },
    "PATCH /api/instructors/me": { ask: sending({ bio: PROFILE.bio }), needs: PROFILES },
    "POST /api/instructors/me/suspend": STATUS,
    "POST /api/instructors/me/reactivate": STATUS,
    "POST /api/instructors/me/deactivate": STATUS,
    "GET /api/instructors/me/offerings": { needs: SERVICES },
    "POST /api/instructors/me/offerings": { ask: sending(OFFERING), needs: SERVICES },
    "PATCH /api/instructors/me/offerings/:offeringId": {
      ask: ofOffering({ is_active: false }),
      needs: SERVICES,
    },
    "DELETE /api/instructors/me/offerings/:offeringId": { ask: ofOffering(), needs: SERVICES },
    "GET /api/instructors/me/availability/weekly": { needs: HOURS },
    "PUT /api/instructors/me/availability/weekly": {
      ask: sending({ hours: WEEKLY }),
      needs: HOURS,
    },
    "GET /api/instructors/me/availability/week": {
      ask: () => ({ query: `?start=${MONDAY}` }),
      needs: HOURS,
    },
    "PUT /api/instructors/me/availability/dates/:date": {
      ask: () => ({ params: { date: MONDAY }, body: { ranges: NINE_TO_TWELVE } }),
      needs: HOURS,
    },
    "DELETE /api/instructors/me/availability/dates/:date": {
      ask: () => ({ params: { date: MONDAY } }),
      needs: HOURS,
    },
    "POST /api/instructors/me/availability/copy-week": {
      ask: sending({ from: MONDAY, to: NEXT_MONDAY }),
      needs: HOURS,
    },
    "POST /api/instructors/me/availability/apply-week": {
      ask: sending({ from: MONDAY, start_date: NEXT_MONDAY, end_date: NEXT_SUNDAY }),
      needs: HOURS,
    },
    "POST /api/instructors/me/availability/clear": {
      ask: sending({ start_date: MONDAY, end_date: MONDAY }),
      needs: HOURS,
    },
    "GET /api/instructors/me/blackouts": { needs: HOURS },
    "POST /api/instructors/me/blackouts": {
      ask: sending({ start_date: MONDAY, end_date: MONDAY }),
      needs: HOURS,
    },
    "DELETE /api/instructors/me/blackouts/:blackoutId": { ask: blackoutOf, needs: HOURS },
  },
);
