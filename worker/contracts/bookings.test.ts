import * as v from "valibot";
import { expect, test } from "vitest";
import type { Booking } from "../domain/booking.ts";
import { BookingBody, IdempotencyKey, toBookingJson } from "./bookings.ts";

const BODY = {
  instructor_id: "sarah",
  offering_id: "piano",
  date: "2026-12-02",
  start_time: "10:00",
  duration_minutes: 60,
  location_type: "online",
};

function pathsOf(body: unknown): string[] {
  const result = v.safeParse(BookingBody, body);
  return (result.issues ?? []).map((issue) => v.getDotPath(issue) ?? "");
}

const BOOKING: Booking = {
  id: "b1",
  status: "confirmed",
  instructor: { id: "sarah", displayName: "Sarah C." },
  student: { id: "tom", displayName: "Tom I." },
  offeringId: "piano",
  serviceName: "Piano",
  startAt: Date.UTC(2026, 11, 3, 4),
  endAt: Date.UTC(2026, 11, 3, 5),
  timezone: "America/New_York",
  durationMinutes: 60,
  hourlyRateCents: 6000,
  priceCents: 6000,
  locationType: "online",
  locationDetail: null,
  studentNote: "Hello.",
  instructorNote: null,
  cancellation: null,
  createdAt: Date.UTC(2026, 11, 1),
  updatedAt: Date.UTC(2026, 11, 1, 1, 2, 3),
  noShowAt: null,
  sequence: 0,
  version: "0",
};

test("a request names its start by date and time or by an instant, and blank texts are none", () => {
  const { start_time: _, date: __, ...rest } = BODY;
  expect(
    v.parse(BookingBody, { ...BODY, student_note: "  ", location_detail: " 5th floor " }),
  ).toEqual({
    instructorId: "sarah",
    offeringId: "piano",
    start: { date: "2026-12-02", minute: 600 },
    durationMinutes: 60,
    locationType: "online",
    locationDetail: "5th floor",
    studentNote: null,
  });
  const start_at = "2026-12-02T15:00:00Z";
  expect(v.parse(BookingBody, { ...rest, start_at }).start).toEqual({
    startAt: Date.UTC(2026, 11, 2, 15),
  });
});

test("a start that is half given, given twice or not at all is refused", () => {
  const { start_time, date, ...rest } = BODY;
  const start_at = "2026-12-02T15:00:00Z";
  for (const start of [{}, { date }, { start_time }]) {
    expect(pathsOf({ ...rest, ...start })).toEqual(["start_time"]);
  }
  for (const start of [{ date }, { start_time }, { date, start_time }]) {
    expect(pathsOf({ ...rest, ...start, start_at })).toEqual(["start_time"]);
  }
});

test("a field that is wrong or not known is named", () => {
  expect(pathsOf({ ...BODY, duration_minutes: "60" })).toEqual(["duration_minutes"]);
  expect(pathsOf({ ...BODY, location_type: "moon" })).toEqual(["location_type"]);
  expect(pathsOf({ ...BODY, price_cents: 1 })).toEqual(["price_cents"]);
  expect(pathsOf({ ...BODY, student_note: "x".repeat(1001) })).toEqual(["student_note"]);
  expect(pathsOf({ ...BODY, location_detail: "x".repeat(301) })).toEqual(["location_detail"]);
});

test("an idempotency key is 1 to 255 printable characters of ASCII", () => {
  for (const key of ["k", "a key", "x".repeat(255), "~!"])
    expect(v.is(IdempotencyKey, key)).toBe(true);
  for (const key of ["", "x".repeat(256), "ä", "a\nb", "\u0000"]) {
    expect(v.is(IdempotencyKey, key)).toBe(false);
  }
});

test("a booking is told in the zone it was made in, up to 24:00", () => {
  expect(toBookingJson(BOOKING)).toEqual({
    id: "b1",
    status: "confirmed",
    instructor: { id: "sarah", display_name: "Sarah C." },
    student: { id: "tom", display_name: "Tom I." },
    offering_id: "piano",
    service_name: "Piano",
    date: "2026-12-02",
    start_time: "23:00",
    end_time: "24:00",
    start_at: "2026-12-03T04:00:00Z",
    end_at: "2026-12-03T05:00:00Z",
    timezone: "America/New_York",
    duration_minutes: 60,
    hourly_rate_cents: 6000,
    price_cents: 6000,
    location_type: "online",
    location_detail: null,
    student_note: "Hello.",
    instructor_note: null,
    created_at: "2026-12-01T00:00:00Z",
    updated_at: "2026-12-01T01:02:03Z",
  });
});

test("only a cancelled booking says by whom, why and at what cost", () => {
  const at = Date.UTC(2026, 11, 2);
  const cancellation = {
    by: "student",
    reason: "ill",
    at,
    feePercent: 50,
    feeCents: 3000,
  } as const;
  expect(toBookingJson(BOOKING)).not.toHaveProperty("cancellation");
  expect(toBookingJson({ ...BOOKING, status: "cancelled", cancellation }).cancellation).toEqual({
    by: "student",
    reason: "ill",
    at: "2026-12-02T00:00:00Z",
    fee_percent: 50,
    fee_cents: 3000,
  });
});
