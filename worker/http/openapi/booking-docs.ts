import { itemsOf, pageOf } from "../../contracts/answers/common.ts";
import {
  Booking,
  BookingCheck,
  BookingEvent,
  CalendarFeed,
  CancellationPreview,
  InstructorStats,
  NewCalendarFeed,
} from "../../contracts/answers/lessons.ts";
import type { ErrorCode } from "../../domain/errors.ts";
import type { OperationDocs } from "./operation.ts";

/** Why a start cannot be booked. */
const START_ERRORS: ErrorCode[] = [
  "instructor_unavailable",
  "insufficient_notice",
  "invalid_duration",
  "invalid_location",
  "invalid_start",
  "outside_availability",
  "slot_taken",
  "student_conflict",
];

/** Why a lesson cannot be changed. */
const MOVE_ERRORS: ErrorCode[] = [
  "forbidden",
  "idempotency_mismatch",
  "invalid_state",
  "not_found",
  "precondition_failed",
];

export const bookingDocs: OperationDocs = {
  "POST /api/bookings": {
    summary: "Book a lesson; a taken time is answered with the nearest free ones",
    answers: { 201: Booking },
    errors: [...START_ERRORS, "idempotency_mismatch", "not_found", "self_booking"],
    headers: ["Idempotency-Key"],
    hasLocation: true,
    limit: "booking",
    example: {
      instructor_id: "0123456789abcdefghjkmnpqrs",
      offering_id: "0123456789abcdefghjkmnpqrt",
      date: "2026-12-02",
      start_time: "11:00",
      duration_minutes: 60,
      location_type: "online",
    },
  },
  "GET /api/bookings": {
    summary: "List the own lessons, as a student or an instructor",
    answers: { 200: pageOf(Booking) },
  },
  "POST /api/bookings/check": {
    summary: "Check whether a lesson can be booked and what it costs; books nothing",
    answers: { 200: BookingCheck },
    errors: ["not_found"],
    limit: "availability-check",
    example: {
      instructor_id: "0123456789abcdefghjkmnpqrs",
      offering_id: "0123456789abcdefghjkmnpqrt",
      date: "2026-12-02",
      start_time: "11:00",
      duration_minutes: 60,
      location_type: "online",
    },
  },
  "GET /api/bookings/stats": {
    summary: "Read an instructor's lessons, earnings and views in numbers",
    answers: { 200: InstructorStats },
    errors: ["not_found"],
  },
  "GET /api/bookings/:bookingId": {
    summary: "Read a lesson",
    answers: { 200: Booking },
    errors: ["not_found"],
    hasEtag: true,
  },
  "PATCH /api/bookings/:bookingId": {
    summary: "Write the instructor's note",
    answers: { 200: Booking },
    errors: MOVE_ERRORS,
    headers: ["Idempotency-Key", "If-Match"],
    hasEtag: true,
  },
  "GET /api/bookings/:bookingId/history": {
    summary: "List what became of a lesson and when",
    answers: { 200: itemsOf(BookingEvent) },
    errors: ["forbidden", "not_found"],
  },
  "GET /api/bookings/:bookingId/cancellation-preview": {
    summary: "Tell what cancelling now would cost",
    answers: { 200: CancellationPreview },
    errors: MOVE_ERRORS,
  },
  "POST /api/bookings/:bookingId/cancel": {
    summary: "Cancel a lesson",
    answers: { 200: Booking },
    errors: [...MOVE_ERRORS, "too_late"],
    example: { reason: "I am ill." },
    headers: ["Idempotency-Key", "If-Match"],
    hasEtag: true,
  },
  "POST /api/bookings/:bookingId/reschedule": {
    summary: "Move a lesson to another time",
    answers: { 200: Booking },
    errors: [...MOVE_ERRORS, ...START_ERRORS, "too_late"],
    example: { date: "2026-12-03", start_time: "14:00" },
    limit: "booking",
    headers: ["Idempotency-Key", "If-Match"],
    hasEtag: true,
  },
  "POST /api/bookings/:bookingId/complete": {
    summary: "Say that a lesson took place",
    answers: { 200: Booking },
    errors: [...MOVE_ERRORS, "too_early", "too_late"],
    headers: ["Idempotency-Key", "If-Match"],
    hasEtag: true,
  },
  "POST /api/bookings/:bookingId/no-show": {
    summary: "Say that the student did not come",
    answers: { 200: Booking },
    errors: [...MOVE_ERRORS, "too_early", "too_late"],
    headers: ["Idempotency-Key", "If-Match"],
    hasEtag: true,
  },
  "GET /api/bookings/:bookingId/calendar.ics": {
    summary: "Read a lesson as an iCalendar file",
    answers: { 200: "text/calendar" },
    errors: ["not_found"],
  },
  "GET /api/calendar/feed": {
    summary: "Tell whether there is an address of the own calendar",
    answers: { 200: CalendarFeed },
  },
  "POST /api/calendar/feed": {
    summary: "Make new secret addresses of the own lessons and busy times; the old ones end",
    answers: { 201: NewCalendarFeed },
  },
  "DELETE /api/calendar/feed": {
    summary: "End the addresses of the own calendar",
    answers: { 204: null },
  },
  "GET /api/calendar/free-busy/:file": {
    summary: "Read when somebody is busy (VFREEBUSY) by a secret address, without signing in",
    answers: { 200: "text/calendar", 304: null },
    errors: ["not_found"],
    headers: ["If-None-Match"],
  },
  "GET /api/calendar/:file": {
    summary: "Read a calendar by its secret address, without signing in",
    answers: { 200: "text/calendar", 304: null },
    errors: ["not_found"],
    headers: ["If-None-Match"],
  },
};
