import { type SQL, sql } from "drizzle-orm";
import { displayName } from "../../worker/domain/actor.ts";
import { type Booking, type BookingStatus, FIRST_VERSION } from "../../worker/domain/booking.ts";
import type { LocationType } from "../../worker/domain/catalog.ts";

export interface BookingRow {
  id: string;
  status: BookingStatus;
  instructor_id: string;
  instructor_first_name: string;
  instructor_last_name: string;
  student_id: string;
  student_first_name: string;
  student_last_name: string;
  offering_id: string;
  service_name: string;
  start_at: number;
  end_at: number;
  timezone: string;
  duration_minutes: number;
  hourly_rate_cents: number;
  price_cents: number;
  location_type: LocationType;
  location_detail: string | null;
  student_note: string | null;
  instructor_note: string | null;
  cancelled_by: "student" | "instructor" | "admin" | null;
  cancelled_at: number | null;
  cancellation_reason: string | null;
  cancellation_fee_percent: number | null;
  cancellation_fee_cents: number | null;
  created_at: number;
  updated_at: number;
  sequence: number;
  move_id: string | null;
  no_show_at: number | null;
}

/** Whoever reads, and whether they may read what is not theirs. */
export interface Reader {
  id: string;
  anyone: boolean;
}

/** The one booking, if it is the reader's. */
export function readableBy(bookingId: string, reader: Reader): SQL {
  const mine = sql`(b.student_id = ${reader.id} OR b.instructor_id = ${reader.id})`;
  return sql`WHERE b.id = ${bookingId} AND ${reader.anyone ? sql`1` : mine}`;
}

/** Bookings `AS b` with both people's names; `rest` goes on from WHERE. */
export function selectBookings(rest: SQL): SQL {
  return sql`SELECT b.id AS id, b.status AS status, b.instructor_id AS instructor_id,
      i.first_name AS instructor_first_name, i.last_name AS instructor_last_name,
      b.student_id AS student_id, s.first_name AS student_first_name,
      s.last_name AS student_last_name, b.offering_id AS offering_id,
      b.service_name AS service_name, b.start_at AS start_at, b.end_at AS end_at,
      b.timezone AS timezone, b.duration_minutes AS duration_minutes,
      b.hourly_rate_cents AS hourly_rate_cents, b.price_cents AS price_cents,
      b.location_type AS location_type, b.location_detail AS location_detail,
      b.student_note AS student_note, b.instructor_note AS instructor_note,
      b.cancelled_by AS cancelled_by, b.cancelled_at AS cancelled_at,
      b.cancellation_reason AS cancellation_reason,
      b.cancellation_fee_percent AS cancellation_fee_percent,
      b.cancellation_fee_cents AS cancellation_fee_cents,
      b.created_at AS created_at, b.updated_at AS updated_at, b.sequence AS sequence,
      b.move_id AS move_id,
      CASE b.status WHEN 'no_show' THEN (SELECT max(e.created_at) FROM booking_events AS e
        WHERE e.booking_id = b.id AND e.to_status = 'no_show') END AS no_show_at
    FROM bookings AS b JOIN users AS i ON i.id = b.instructor_id
      JOIN users AS s ON s.id = b.student_id ${rest}`;
}

export function toBooking(row: BookingRow): Booking {
  return {
    id: row.id,
    status: row.status,
    instructor: {
      id: row.instructor_id,
      displayName: displayName(row.instructor_first_name, row.instructor_last_name),
    },
    student: {
      id: row.student_id,
      displayName: displayName(row.student_first_name, row.student_last_name),
    },
    offeringId: row.offering_id,
    serviceName: row.service_name,
    startAt: row.start_at,
    endAt: row.end_at,
    timezone: row.timezone,
    durationMinutes: row.duration_minutes,
    hourlyRateCents: row.hourly_rate_cents,
    priceCents: row.price_cents,
    locationType: row.location_type,
    locationDetail: row.location_detail,
    studentNote: row.student_note,
    instructorNote: row.instructor_note,
    cancellation: toCancellation(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    noShowAt: row.no_show_at,
    sequence: row.sequence,
    version: row.move_id ?? FIRST_VERSION,
  };
}

function toCancellation(row: BookingRow): Booking["cancellation"] {
  if (row.cancelled_by === null || row.cancelled_at === null) return null;
  return {
    by: row.cancelled_by,
    reason: row.cancellation_reason ?? "",
    at: row.cancelled_at,
    feePercent: row.cancellation_fee_percent ?? 0,
    feeCents: row.cancellation_fee_cents ?? 0,
  };
}
