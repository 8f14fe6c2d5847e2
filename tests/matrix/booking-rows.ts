import { sha256Hex } from "../../worker/platform/hash.ts";
import { testRandom } from "../api.ts";
import { query } from "../database.ts";
import { bookingBody, createBooking, createInstructor } from "../factories.ts";
import { NOW, type World } from "./people.ts";
import { type Asked, everyRole, teachingRoles, toRows } from "./row.ts";

/** A lesson of the student with the instructor, in two days or just over. */
const lesson = (startAt: string, body?: unknown) => async (world: World) => ({
  params: { bookingId: await createBooking({ ...world, startAt }) },
  body,
});
const LATER = "2026-12-03T15:00:00Z";
const OVER = "2026-12-01T13:30:00Z";

/** A booking with somebody who can be booked. */
async function wish(): Promise<Asked> {
  const when = { date: "2026-12-02", start_time: "10:00" };
  return { body: bookingBody(await createInstructor(), when) };
}

const feedOf =
  (kind: "lessons" | "busy") =>
  async ({ student }: World): Promise<Asked> => {
    const token = testRandom.newToken();
    const busyToken = await sha256Hex(`free-busy ${token}`);
    await query(
      "INSERT INTO calendar_feeds (user_id, token_hash, created_at) VALUES (?, ?, ?)",
      student.id,
      await sha256Hex(busyToken),
      NOW,
    );
    return { params: { file: `${kind === "busy" ? busyToken : token}.ics` } };
  };

const CREATES = { student: "create_bookings", admin: "create_bookings" } as const;
const CANCELS = {
  student: "cancel_own_bookings",
  instructor: "cancel_student_bookings",
  admin: "manage_all_bookings",
} as const;
const READS = {
  student: ["view_own_bookings", "view_booking_details"],
  instructor: "view_own_bookings",
} as const;
const CLOSES = { instructor: "complete_bookings" } as const;

/** Lessons and their calendars. Rule: somebody else's lesson does not exist, but for those who manage all. */
export const bookingRows = toRows(
  `
  guest stu stu2 ins ins2 admin sus.stu sus.ins gone
  401   201 201  403 403  201   403     403     401  POST /api/bookings
  401   200 200  403 403  200   403     403     401  POST /api/bookings/check
  401   200 200  200 200  200   200     200     401  GET /api/bookings
  401   403 403  200 200  200   403     200     401  GET /api/bookings (as instructor)
  401   200 404  200 404  200   200     200     401  GET /api/bookings/:bookingId
  401   200 404  200 404  200   200     200     401  GET /api/bookings/:bookingId/history
  401   200 404  200 404  200   200     200     401  GET /api/bookings/:bookingId/cancellation-preview
  401   200 404  200 404  200   200     200     401  POST /api/bookings/:bookingId/cancel
  401   200 404  200 404  403   200     200     401  POST /api/bookings/:bookingId/reschedule
  401   403 404  200 404  403   403     200     401  POST /api/bookings/:bookingId/complete
  401   403 404  200 404  403   403     200     401  POST /api/bookings/:bookingId/no-show
  401   403 404  200 404  403   403     200     401  PATCH /api/bookings/:bookingId
  401   403 403  200 200  404   403     200     401  GET /api/bookings/stats
  401   200 404  200 404  404   200     200     401  GET /api/bookings/:bookingId/calendar.ics
  401   200 200  200 200  200   200     200     401  GET /api/calendar/feed
  401   201 201  201 201  201   201     201     401  POST /api/calendar/feed
  401   204 204  204 204  204   204     204     401  DELETE /api/calendar/feed
  200   200 200  200 200  200   200     200     404  GET /api/calendar/:file
  200   200 200  200 200  200   200     200     404  GET /api/calendar/free-busy/:file
  `,
  {
    "POST /api/bookings": { ask: wish, needs: CREATES },
    "POST /api/bookings/check": { ask: wish, needs: CREATES },
    "GET /api/bookings": { needs: everyRole("view_own_bookings") },
    "GET /api/bookings (as instructor)": {
      ask: () => ({ query: "?as=instructor" }),
      needs: teachingRoles("view_incoming_bookings"),
    },
    "GET /api/bookings/:bookingId": { ask: lesson(LATER), needs: READS },
    "GET /api/bookings/:bookingId/history": { ask: lesson(LATER), needs: READS },
    "GET /api/bookings/:bookingId/cancellation-preview": { ask: lesson(LATER), needs: CANCELS },
    "POST /api/bookings/:bookingId/cancel": {
      ask: lesson(LATER, { reason: "ill" }),
      needs: CANCELS,
    },
    "POST /api/bookings/:bookingId/reschedule": {
      ask: lesson(LATER, { date: "2026-12-04", start_time: "11:00" }),
      needs: { student: "cancel_own_bookings", instructor: "complete_bookings" },
    },
    "POST /api/bookings/:bookingId/complete": { ask: lesson(OVER), needs: CLOSES },
    "POST /api/bookings/:bookingId/no-show": { ask: lesson(OVER), needs: CLOSES },
    "PATCH /api/bookings/:bookingId": {
      ask: lesson(LATER, { instructor_note: "scales" }),
      needs: CLOSES,
    },
    "GET /api/bookings/stats": {
      needs: teachingRoles("view_own_instructor_analytics"),
    },
    "GET /api/bookings/:bookingId/calendar.ics": {
      ask: lesson(LATER),
      needs: READS,
    },
    "GET /api/calendar/feed": { needs: everyRole("view_own_bookings") },
    "POST /api/calendar/feed": { needs: everyRole("view_own_bookings") },
    "DELETE /api/calendar/feed": { needs: everyRole("view_own_bookings") },
    "GET /api/calendar/:file": { ask: feedOf("lessons") },
    "GET /api/calendar/free-busy/:file": { ask: feedOf("busy") },
  },
);
