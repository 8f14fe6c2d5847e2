import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "./actor.ts";
import { asSeenBy, type Booking, type BookingStatus } from "./booking.ts";
import {
  assertMayDo,
  type BookingMove,
  findMoveRefusal,
  type LessonRole,
} from "./booking-moves.ts";
import type { Permission } from "./permission.ts";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 11, 2, 15);
const END = START + HOUR;
const RECORDED = END + 2 * HOUR;

const LESSON: Booking = {
  id: "b",
  status: "confirmed",
  instructor: { id: "teacher", displayName: "Sarah C." },
  student: { id: "learner", displayName: "Tom I." },
  offeringId: "o",
  serviceName: "Piano",
  startAt: START,
  endAt: END,
  timezone: "America/New_York",
  durationMinutes: 60,
  hourlyRateCents: 6000,
  priceCents: 6000,
  locationType: "online",
  locationDetail: null,
  studentNote: null,
  instructorNote: null,
  cancellation: null,
  createdAt: 0,
  updatedAt: 0,
  noShowAt: null,
  sequence: 0,
  version: "0",
};

const inState = (status: BookingStatus): Booking => ({
  ...LESSON,
  status,
  noShowAt: status === "no_show" ? RECORDED : null,
});

test.each<[BookingStatus, BookingMove, number, [string | null, string | null, string | null]]>([
  // One millisecond before the boundary, at it, one after it.
  ["confirmed", "cancel", START, [null, "too_late", "too_late"]],
  ["confirmed", "reschedule", START - 12 * HOUR, [null, null, "too_late"]],
  ["confirmed", "complete", END, ["too_early", null, null]],
  ["confirmed", "no_show", START + HOUR / 4, ["too_early", null, null]],
  ["confirmed", "no_show", END + 24 * HOUR, [null, null, "too_late"]],
  ["no_show", "complete", END, ["too_early", null, null]],
  ["no_show", "complete", RECORDED + 24 * HOUR, [null, null, "too_late"]],
])(
  "a %s lesson can %s up to or from its boundary, to the millisecond",
  (status, move, at, expected) => {
    const refusals = [-1, 0, 1].map((ms) => findMoveRefusal(inState(status), move, at + ms));
    expect(refusals).toEqual(expected);
  },
);

test("what is over stays as it is at any time, but for a no-show that is put right", () => {
  const moves: BookingMove[] = ["cancel", "reschedule", "complete", "no_show"];
  fc.assert(
    fc.property(
      fc.constantFrom<BookingStatus>("completed", "cancelled", "no_show"),
      fc.constantFrom(...moves),
      fc.integer({ min: START - 48 * HOUR, max: END + 72 * HOUR }),
      (status, move, now) => {
        fc.pre(!(status === "no_show" && move === "complete"));
        expect(findMoveRefusal(inState(status), move, now)).toBe("invalid_state");
      },
    ),
  );
});

const WHO: Record<LessonRole, Actor> = {
  student: actor("learner", ["create_bookings", "cancel_own_bookings"]),
  instructor: actor("teacher", ["complete_bookings", "cancel_student_bookings"]),
  admin: actor("office", ["manage_all_bookings", "complete_bookings", "create_bookings"]),
};

function actor(id: string, permissions: Permission[]): Actor {
  return {
    id,
    email: "",
    firstName: "",
    lastName: "",
    timezone: "UTC",
    status: "active",
    roles: [],
    permissions,
    sessionId: "s",
    authenticatedAt: 0,
    isEmailVerified: true,
    isMeasuringDeclined: false,
    clearsSearches: false,
  };
}

test.each<[BookingMove | "note", LessonRole[]]>([
  ["cancel", ["student", "instructor", "admin"]],
  ["reschedule", ["student", "instructor"]],
  ["complete", ["instructor"]],
  ["no_show", ["instructor"]],
  ["note", ["instructor"]],
])("%s is for %j, and for nobody without the permission", (deed, roles) => {
  for (const [role, who] of Object.entries(WHO) as [LessonRole, Actor][]) {
    if (roles.includes(role)) expect(assertMayDo(who, deed, LESSON)).toBe(role);
    else expect(() => assertMayDo(who, deed, LESSON)).toThrow("forbidden");
    expect(() => assertMayDo({ ...who, permissions: [] }, deed, LESSON)).toThrow("forbidden");
  }
});

test("the instructor's note is for the instructor and for whoever sees everything", () => {
  const lesson = { ...LESSON, instructorNote: "Bring scales." };
  expect(asSeenBy(lesson, "teacher", false)).toBe(lesson);
  expect(asSeenBy(lesson, "office", true)).toBe(lesson);
  expect(asSeenBy(lesson, "learner", false)).toEqual({ ...lesson, instructorNote: null });
});
