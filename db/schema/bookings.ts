import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instructors, offerings } from "./instructors.ts";
import { users } from "./people.ts";

/**
 * The record that reserves a lesson, with a snapshot of what it was made of. Overlaps are refused
 * by triggers (see the migration beside this table's), whichever statement tries.
 */
export const bookings = sqliteTable(
  "bookings",
  {
    id: text("id").primaryKey(),
    studentId: text("student_id")
      .notNull()
      .references(() => users.id, { onDelete: "restrict" }),
    instructorId: text("instructor_id")
      .notNull()
      .references(() => instructors.id, { onDelete: "restrict" }),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id, { onDelete: "restrict" }),
    serviceName: text("service_name").notNull(),
    status: text("status", {
      enum: ["confirmed", "completed", "cancelled", "no_show"],
    }).notNull(),
    startAt: integer("start_at").notNull(),
    endAt: integer("end_at").notNull(),
    timezone: text("timezone").notNull(),
    durationMinutes: integer("duration_minutes").notNull(),
    hourlyRateCents: integer("hourly_rate_cents").notNull(),
    priceCents: integer("price_cents").notNull(),
    locationType: text("location_type").notNull(),
    locationDetail: text("location_detail"),
    studentNote: text("student_note"),
    instructorNote: text("instructor_note"),
    policyVersion: integer("policy_version").notNull(),
    cancelledBy: text("cancelled_by", { enum: ["student", "instructor", "admin"] }),
    cancelledAt: integer("cancelled_at"),
    cancellationReason: text("cancellation_reason"),
    cancellationFeePercent: integer("cancellation_fee_percent"),
    cancellationFeeCents: integer("cancellation_fee_cents"),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
    /** Raised by each move in time and by cancelling: calendars tell by it which version is newer. */
    sequence: integer("sequence").notNull().default(0),
    /** Of the change that wrote the row last, null for none: what hangs on that change asks for it. */
    moveId: text("move_id"),
  },
  (t) => [
    index("bookings_student").on(t.studentId, t.startAt),
    index("bookings_instructor").on(t.instructorId, t.startAt),
    // Only what can still be overlapped, so that the guard never reads history.
    index("bookings_student_confirmed")
      .on(t.studentId, t.startAt, t.endAt)
      .where(sql`status = 'confirmed'`),
    index("bookings_instructor_confirmed")
      .on(t.instructorId, t.startAt, t.endAt)
      .where(sql`status = 'confirmed'`),
    index("bookings_offering").on(t.offeringId),
    // What is still ahead or was never closed: reminders and automatic completion.
    index("bookings_confirmed_start").on(t.startAt).where(sql`status = 'confirmed'`),
    // What still identifies somebody, oldest first: empty for whatever was anonymised.
    index("bookings_identifying")
      .on(t.endAt)
      .where(
        sql`location_detail IS NOT NULL OR student_note IS NOT NULL OR instructor_note IS NOT NULL OR cancellation_reason IS NOT NULL`,
      ),
    check(
      "bookings_status",
      sql`${t.status} IN ('confirmed', 'completed', 'cancelled', 'no_show')`,
    ),
    check("bookings_self", sql`${t.studentId} <> ${t.instructorId}`),
    check("bookings_end", sql`${t.endAt} = ${t.startAt} + ${t.durationMinutes} * 60000`),
    check("bookings_duration", sql`${t.durationMinutes} BETWEEN 15 AND 240`),
    check("bookings_quarter", sql`${t.startAt} % 900000 = 0 AND ${t.durationMinutes} % 15 = 0`),
    check(
      "bookings_cancellation",
      sql`(${t.status} = 'cancelled') = (${t.cancelledAt} IS NOT NULL)`,
    ),
  ],
);

/** Every move of a booking: who, when, from, to, why. Rows are only ever added. */
export const bookingEvents = sqliteTable(
  "booking_events",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    bookingId: text("booking_id")
      .notNull()
      .references(() => bookings.id, { onDelete: "restrict" }),
    /** Null for the system itself. */
    actorId: text("actor_id").references(() => users.id, { onDelete: "restrict" }),
    fromStatus: text("from_status"),
    toStatus: text("to_status").notNull(),
    fromStartAt: integer("from_start_at"),
    toStartAt: integer("to_start_at").notNull(),
    reason: text("reason"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    index("booking_events_booking").on(t.bookingId),
    // Somebody's own words: found by who wrote them, and by age.
    index("booking_events_reason_actor")
      .on(t.actorId)
      .where(sql`reason IS NOT NULL AND actor_id IS NOT NULL`),
    index("booking_events_reason_created")
      .on(t.createdAt)
      .where(sql`reason IS NOT NULL AND actor_id IS NOT NULL`),
  ],
);

/** The first answer to a keyed request, kept so that a retry gets it again and acts no second time. */
export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    actorId: text("actor_id")
      .notNull()
      .references(() => users.id, { onDelete: "restrict" }),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    answer: text("answer").notNull(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.actorId, t.key] }),
    index("idempotency_keys_expires").on(t.expiresAt),
  ],
);
