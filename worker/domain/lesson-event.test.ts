import { expect, test } from "vitest";
import type { Booking } from "./booking.ts";
import { toLessonEvent } from "./lesson-event.ts";

const LESSON: Booking = {
  id: "b1",
  status: "confirmed",
  instructor: { id: "teacher", displayName: "Sarah C." },
  student: { id: "learner", displayName: "Ann L." },
  offeringId: "o1",
  serviceName: "Piano",
  startAt: Date.UTC(2026, 11, 3, 23),
  endAt: Date.UTC(2026, 11, 4),
  timezone: "America/New_York",
  durationMinutes: 60,
  hourlyRateCents: 6500,
  priceCents: 6500,
  locationType: "student_home",
  locationDetail: "1 Side Street",
  studentNote: "The bell is broken.",
  instructorNote: "Shy.",
  cancellation: null,
  createdAt: Date.UTC(2026, 11, 1),
  updatedAt: Date.UTC(2026, 11, 2),
  noShowAt: null,
  sequence: 2,
  version: "v",
};
const SITE = "https://lessons.test";

test("each of the two finds the other by name, the place with its address, and what the student noted", () => {
  const [mine, theirs] = ["learner", "teacher"].map((id) => toLessonEvent(LESSON, id, SITE));
  expect([mine?.summary, theirs?.summary]).toEqual(["Piano with Sarah C.", "Piano with Ann L."]);
  expect([mine?.location, theirs?.location]).toEqual([
    "At your place: 1 Side Street",
    "At the student's place: 1 Side Street",
  ]);
  expect(mine?.description).toBe(
    "1 h, $65.\nNote: The bell is broken.\nhttps://lessons.test/lessons/b1",
  );
  expect(mine).toMatchObject({ sequence: 2, changedAt: LESSON.updatedAt, isCancelled: false });
});

test("where nothing is noted, nothing is told, and the instructor's own note never is", () => {
  const bare = {
    ...LESSON,
    locationType: "online" as const,
    locationDetail: null,
    studentNote: null,
  };
  const event = toLessonEvent({ ...bare, status: "cancelled" }, "learner", SITE);
  expect(event).toMatchObject({ location: "Online", isCancelled: true });
  expect(event.description).toBe("1 h, $65.\nhttps://lessons.test/lessons/b1");
});
