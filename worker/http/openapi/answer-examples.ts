/** A lesson as it is answered. */
const BOOKING = {
  id: "0123456789abcdefghjkmnpqru",
  status: "confirmed",
  instructor: { id: "0123456789abcdefghjkmnpqrs", display_name: "Sarah C." },
  student: { id: "0123456789abcdefghjkmnpqrv", display_name: "Ada L." },
  offering_id: "0123456789abcdefghjkmnpqrt",
  service_name: "Piano",
  date: "2026-12-02",
  start_time: "11:00",
  end_time: "12:00",
  start_at: "2026-12-02T16:00:00Z",
  end_at: "2026-12-02T17:00:00Z",
  timezone: "America/New_York",
  duration_minutes: 60,
  hourly_rate_cents: 8000,
  price_cents: 8000,
  location_type: "online",
  location_detail: null,
  student_note: null,
  instructor_note: null,
  created_at: "2026-12-01T14:00:00Z",
  updated_at: "2026-12-01T14:00:00Z",
};

const NEXT_SLOT = {
  found: true,
  date: "2026-12-02",
  start_time: "11:00",
  end_time: "12:00",
  start_at: "2026-12-02T16:00:00Z",
  end_at: "2026-12-02T17:00:00Z",
  duration_minutes: 60,
  timezone: "America/New_York",
};

const AVAILABILITY = {
  instructor_id: "0123456789abcdefghjkmnpqrs",
  instructor_name: "Sarah C.",
  timezone: "America/New_York",
  detail_level: "full",
  start_date: "2026-12-01",
  end_date: "2026-12-01",
  availability_by_date: {
    "2026-12-01": {
      date: "2026-12-01",
      is_blackout: false,
      status: "open",
      available_slots: [
        {
          start_time: "09:00",
          end_time: "12:00",
          start_at: "2026-12-01T14:00:00Z",
          end_at: "2026-12-01T17:00:00Z",
        },
      ],
    },
  },
  total_available_slots: 1,
  earliest_available_date: "2026-12-01",
  policy: { minimum_notice_minutes: 120, buffer_minutes: 0, free_cancellation_hours: 24 },
  version: 417,
  valid_until: "2026-12-01T14:15:00Z",
};

/** Answers and parts of answers that are told in one piece, by the name of their schema. */
export const NAMED_EXAMPLES: Record<string, object> = {
  Availability: AVAILABILITY,
  Booking: BOOKING,
  BookingCheck: { available: true, price_cents: 8000 },
  CheckedSlot: {
    start_at: "2026-12-02T16:00:00Z",
    available: false,
    code: "insufficient_notice",
    detail: "The instructor needs more notice than that.",
  },
  NextSlot: NEXT_SLOT,
  NextSlots: { results: { "0123456789abcdefghjkmnpqrs": NEXT_SLOT } },
};

const LATER = { updated_at: "2026-12-01T15:00:00Z" };
const OVER = { updated_at: "2026-12-02T17:05:00Z" };
const OWN_HOURS = { source: "dates", ranges: [{ start_time: "09:00", end_time: "12:00" }] };
const OVERRIDE = {
  permission: "cancel_own_bookings",
  granted: false,
  created_at: "2026-12-01T14:00:00Z",
};

/** What an operation answers that is unlike what others answer with the same schema. */
export const CHANGES: Record<string, object> = {
  "PATCH /api/bookings/:bookingId": {
    instructor_note: "Scales in C and G for next time.",
    ...LATER,
  },
  "POST /api/bookings/:bookingId/cancel": {
    status: "cancelled",
    cancellation: {
      by: "student",
      reason: "I am ill.",
      at: LATER.updated_at,
      fee_percent: 0,
      fee_cents: 0,
    },
    ...LATER,
  },
  "POST /api/bookings/:bookingId/reschedule": {
    date: "2026-12-03",
    start_time: "14:00",
    end_time: "15:00",
    start_at: "2026-12-03T19:00:00Z",
    end_at: "2026-12-03T20:00:00Z",
    ...LATER,
  },
  "POST /api/bookings/:bookingId/complete": { status: "completed", ...OVER },
  "POST /api/bookings/:bookingId/no-show": { status: "no_show", ...OVER },
  "POST /api/auth/register": { email_verified: false },
  "PUT /api/instructors/me/availability/dates/:date": OWN_HOURS,
  "POST /api/instructors/me/availability/copy-week": {
    changed_dates: ["2026-12-14", "2026-12-16", "2026-12-18"],
  },
  "PATCH /api/instructors/me": { minimum_notice_hours: 12, buffer_minutes: 0 },
  "PATCH /api/instructors/me/offerings/:offeringId": { hourly_rate_cents: 9000 },
  "PUT /api/admin/users/:userId/roles": { roles: ["student", "instructor"] },
  "PUT /api/admin/users/:userId/permissions/:permission": { overrides: [OVERRIDE] },
  "DELETE /api/admin/users/:userId/permissions/:permission": { overrides: [] },
  "PUT /api/admin/users/:userId/status": { account_status: "suspended" },
  "POST /api/privacy/delete/me": { mode: "anonymize" },
  "POST /api/webhooks/:id/rotate-secret": { secret_rotated_at: "2026-12-01T14:00:00Z" },
  "POST /api/monitoring/alerts/:alertId/acknowledge": { acknowledged_at: LATER.updated_at },
};
