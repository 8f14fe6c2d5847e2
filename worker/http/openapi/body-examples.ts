import type { OperationDoc } from "./operation.ts";

const PASSWORD = "a long sentence to remember";
const TOKEN = "kq3Vb0cV7yq6m1n2o3p4q5r6s7t8u9v0w1x2y3z4a5b";
const RANGE = { start_date: "2026-12-21", end_date: "2027-01-03" };
const MORNING = [{ start_time: "09:00", end_time: "12:00" }];
const ME = "/api/instructors/me";

const ANNOUNCEMENT = {
  title: "Closed over the holidays",
  body: "Lessons that are booked take place.",
  link_path: "/services",
  audience: "everyone",
  priority: 10,
  starts_at: "2026-12-21T05:00:00Z",
  ends_at: "2027-01-04T05:00:00Z",
};

/** A good body of what is not described beside an example of its own. */
const BODY_EXAMPLES: Record<string, object> = {
  "PATCH /api/auth/me": { first_name: "Ada", timezone: "America/New_York" },
  "POST /api/auth/password": {
    current_password: PASSWORD,
    new_password: "another sentence to remember",
  },
  "POST /api/auth/password-reset/request": { email: "ada@example.com" },
  "POST /api/auth/password-reset/verify": { token: TOKEN },
  "POST /api/auth/password-reset/confirm": {
    token: TOKEN,
    new_password: "another sentence to remember",
  },
  "POST /api/auth/confirm-password": { password: PASSWORD },
  "POST /api/auth/email-verification/confirm": { token: TOKEN },
  "POST /api/privacy/delete/me": { mode: "anonymize", password: PASSWORD },
  "POST /api/privacy/delete/user/:id": { mode: "delete" },
  "PUT /api/privacy/choices": { measuring_declined: true, clear_searches: true },
  "PATCH /api/bookings/:bookingId": { instructor_note: "Scales in C and G for next time." },
  "POST /api/search-history/interactions": {
    search_event_id: "0123456789abcdefghjkmnpqrw",
    interactions: [
      {
        type: "click",
        instructor_id: "0123456789abcdefghjkmnpqrs",
        position: 1,
        elapsed_ms: 2400,
      },
    ],
  },
  [`POST ${ME}`]: {
    bio: "I have taught piano to children and adults for twelve years.",
    years_experience: 12,
    areas: ["park-slope"],
    timezone: "America/New_York",
    minimum_notice_hours: 2,
    buffer_minutes: 15,
  },
  [`PATCH ${ME}`]: { minimum_notice_hours: 12, buffer_minutes: 0 },
  [`POST ${ME}/offerings`]: {
    service: "piano",
    hourly_rate_cents: 8000,
    duration_options: [30, 60],
    location_types: ["online", "student_home"],
    levels: ["beginner"],
    audiences: ["kids", "adults"],
    description: "From the first notes on.",
  },
  [`PATCH ${ME}/offerings/:offeringId`]: { hourly_rate_cents: 9000, is_active: true },
  [`PUT ${ME}/availability/weekly`]: {
    timezone: "America/New_York",
    hours: { mon: MORNING, tue: [], wed: MORNING, thu: [], fri: MORNING, sat: [], sun: [] },
  },
  [`PUT ${ME}/availability/dates/:date`]: { ranges: MORNING },
  [`POST ${ME}/availability/copy-week`]: { from: "2026-12-07", to: "2026-12-14" },
  [`POST ${ME}/availability/apply-week`]: { from: "2026-12-07", ...RANGE },
  [`POST ${ME}/availability/clear`]: RANGE,
  [`POST ${ME}/blackouts`]: { ...RANGE, reason: "Holidays" },
  "PUT /api/admin/users/:userId/roles": { roles: ["student", "instructor"] },
  "PUT /api/admin/users/:userId/permissions/:permission": { granted: false },
  "PUT /api/admin/users/:userId/status": { status: "suspended" },
  "POST /api/admin/announcements": ANNOUNCEMENT,
  "PUT /api/admin/announcements/:announcementId": ANNOUNCEMENT,
};

/** A good body of an operation; undefined for one that nobody has given an example of. */
export function findBodyExample(name: string, doc: OperationDoc): object | undefined {
  return doc.example ?? BODY_EXAMPLES[name];
}
