import { type SQL, sql } from "drizzle-orm";
import { type AccountStatus, displayName } from "../../worker/domain/actor.ts";
import type { BookingOffer } from "../../worker/domain/booking.ts";
import type { LocationType } from "../../worker/domain/catalog.ts";
import {
  datesBetween,
  type LocalDate,
  type Weekday,
  weekdayOf,
} from "../../worker/domain/local-time.ts";
import { addHours, emptyInputs, type HoursRow, hoursQuery } from "./availability.ts";

/** The local dates, both included, whose hours a lesson may need. */
export interface OfferWindow {
  from: LocalDate;
  to: LocalDate;
}

export interface OfferRow {
  instructor_id: string;
  first_name: string;
  last_name: string;
  status: AccountStatus;
  timezone: string;
  minimum_notice_hours: number;
  buffer_minutes: number;
  offering_id: string;
  is_active: number;
  service_name: string;
  hourly_rate_cents: number;
  duration_options: string;
  location_types: string;
}

/** One offering of one instructor; ids or the expressions that give them. */
export function offerQuery({
  instructorId,
  offeringId,
}: {
  instructorId: SQL | string;
  offeringId: SQL | string;
}) {
  return sql`SELECT i.id AS instructor_id, u.first_name AS first_name, u.last_name AS last_name,
      u.status AS status, i.timezone AS timezone, i.minimum_notice_hours AS minimum_notice_hours,
      i.buffer_minutes AS buffer_minutes, o.id AS offering_id, o.is_active AS is_active,
      s.name AS service_name, o.hourly_rate_cents AS hourly_rate_cents,
      o.duration_options AS duration_options, o.location_types AS location_types
    FROM instructors AS i JOIN users AS u ON u.id = i.id
      JOIN offerings AS o ON o.instructor_id = i.id JOIN services AS s ON s.slug = o.service_slug
    WHERE i.id = ${instructorId} AND o.id = ${offeringId}`;
}

/** Hours of the instructor in the window. */
export function offerHoursQuery(instructorId: SQL | string, window: OfferWindow): SQL {
  return hoursQuery(sql`(${instructorId})`, window.from, window.to, weekdaysOf(window));
}

/** Null where there is no such offering. */
export function findOffer(
  rows: readonly OfferRow[],
  hours: readonly HoursRow[],
): BookingOffer | null {
  const offer = rows[0] ? toOffer(rows[0]) : null;
  for (const row of hours) addHours(offer?.inputs, row);
  return offer;
}

function weekdaysOf({ from, to }: { from: LocalDate; to: LocalDate }): Weekday[] {
  return [...new Set(datesBetween(from, to).map(weekdayOf))];
}

function toOffer(row: OfferRow): BookingOffer {
  return {
    instructor: {
      id: row.instructor_id,
      displayName: displayName(row.first_name, row.last_name),
      status: row.status,
    },
    offering: {
      id: row.offering_id,
      isActive: row.is_active === 1,
      serviceName: row.service_name,
      hourlyRateCents: row.hourly_rate_cents,
      durationOptions: JSON.parse(row.duration_options) as number[],
      locationTypes: JSON.parse(row.location_types) as LocationType[],
    },
    inputs: emptyInputs(row),
  };
}
