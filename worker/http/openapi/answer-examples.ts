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

/** What a program is most likely to work with, as it is answered when all is well. */
export const ANSWER_EXAMPLES: Record<string, object> = {
  "GET /api/public/instructors/:instructorId/availability": AVAILABILITY,
  "GET /api/public/instructors/:instructorId/next-available": NEXT_SLOT,
  "GET /api/public/next-available": {
    results: { "0123456789abcdefghjkmnpqrs": NEXT_SLOT },
  },
  "POST /api/public/instructors/:instructorId/check-slots": {
    items: [
      {
        start_at: "2026-12-02T16:00:00Z",
        available: false,
        code: "insufficient_notice",
        detail: "The instructor needs more notice than that.",
      },
    ],
  },
  "POST /api/bookings": BOOKING,
  "GET /api/bookings/:bookingId": BOOKING,
  "GET /api/bookings": {
    items: [BOOKING],
    total: 1,
    page: 1,
    per_page: 20,
    has_next: false,
    has_prev: false,
  },
  "POST /api/bookings/check": { available: true, price_cents: 8000 },
};
