import { expect, test } from "vitest";
import type { BookingEvent } from "../../../worker/domain/booking.ts";
import { toSentence } from "./history-words.ts";

const START = Date.UTC(2026, 11, 1, 14);
const VIEWER = { id: "me", zone: "America/New_York" };

const event = (changes: Partial<BookingEvent>): BookingEvent => ({
  at: START - 86_400_000,
  by: { id: "other", displayName: "Sarah C.", role: "instructor" },
  fromStatus: "confirmed",
  toStatus: "confirmed",
  fromStartAt: START,
  toStartAt: START,
  reason: null,
  ...changes,
});

const say = (changes: Partial<BookingEvent>, zone = VIEWER.zone) =>
  toSentence(event(changes), { ...VIEWER, zone });

test("each kind of line is a sentence that says who and when", () => {
  const me = { id: "me", displayName: "Tom I.", role: "student" as const };
  expect(say({ by: me, fromStatus: null })).toBe("Booked by you for Tue, Dec 1, 9:00 AM");
  expect(say({ toStartAt: START + 3_600_000 })).toBe(
    "Moved by Sarah C. from Tue, Dec 1, 9:00 AM to Tue, Dec 1, 10:00 AM",
  );
  expect(say({ by: me, toStatus: "cancelled" })).toBe("Cancelled by you");
  expect(say({ toStatus: "no_show" })).toBe("Recorded by Sarah C. that the student did not come");
  expect(say({ toStatus: "completed" })).toBe("Completed by Sarah C.");
  expect(say({ fromStatus: "no_show", toStatus: "completed" })).toBe(
    "Put right by Sarah C.: the lesson took place",
  );
});

test("the system and admins have no name, and times are the reader's", () => {
  expect(say({ by: null, toStatus: "completed" })).toBe("Completed automatically");
  const admin = { id: "boss", displayName: "Ada B.", role: "admin" as const };
  expect(say({ by: admin, toStatus: "cancelled" })).toBe("Cancelled by the iNSTAiNSTRU team");
  expect(say({ fromStatus: null }, "Asia/Tokyo")).toBe(
    "Booked by Sarah C. for Tue, Dec 1, 11:00 PM",
  );
});
