import { expect, test } from "vitest";
import type { Actor } from "./actor.ts";
import type { Booking } from "./booking.ts";
import { listMoves, mayDo } from "./booking-moves.ts";
import type { Permission } from "./permission.ts";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 11, 2, 15);
const LESSON = {
  status: "confirmed",
  instructor: { id: "teacher" },
  student: { id: "learner" },
  startAt: START,
  endAt: START + HOUR,
  noShowAt: null,
} as Booking;

const actor = (id: string, ...permissions: Permission[]) => ({ id, permissions }) as Actor;
const student = actor("learner", "create_bookings", "cancel_own_bookings");
const instructor = actor("teacher", "complete_bookings", "cancel_student_bookings");
const admin = actor("boss", "manage_all_bookings");

test("before the start both people may cancel, move it until twelve hours before, an admin cancels", () => {
  for (const person of [student, instructor]) {
    expect(listMoves(person, LESSON, START - 12 * HOUR)).toEqual(["reschedule", "cancel"]);
    expect(listMoves(person, LESSON, START - 12 * HOUR + 1)).toEqual(["cancel"]);
    expect(listMoves(person, LESSON, START)).toEqual([]);
  }
  expect(listMoves(admin, LESSON, START - 12 * HOUR)).toEqual(["cancel"]);
});

test("after it the instructor closes it, and for a day puts a no-show right; the student does neither", () => {
  expect(listMoves(instructor, LESSON, START + HOUR / 4)).toEqual(["no_show"]);
  expect(listMoves(instructor, LESSON, START + HOUR)).toEqual(["complete", "no_show"]);
  expect(listMoves(student, LESSON, START + HOUR)).toEqual([]);
  const missed: Booking = { ...LESSON, status: "no_show", noShowAt: START + HOUR };
  expect(listMoves(instructor, missed, START + 25 * HOUR)).toEqual(["complete"]);
  expect(listMoves(instructor, missed, START + 25 * HOUR + 1)).toEqual([]);
});

test("whoever lacks the permission is offered nothing", () => {
  expect(listMoves(actor("learner"), LESSON, START - 24 * HOUR)).toEqual([]);
  expect(listMoves(actor("teacher"), LESSON, START + HOUR)).toEqual([]);
  expect(mayDo(instructor, "note", LESSON)).toBe(true);
  expect(mayDo(student, "note", LESSON)).toBe(false);
  expect(mayDo(admin, "note", LESSON)).toBe(false);
});
