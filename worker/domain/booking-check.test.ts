import { expect, test } from "vitest";
import { availabilityInputs } from "../../tests/availability-inputs.ts";
import type { Booking, BookingOffer, BookingRequest } from "./booking.ts";
import { checkBookingRequest, checkReschedule } from "./booking-check.ts";

const NOW = Date.parse("2026-12-01T15:00:00Z");

function offer(given: Partial<BookingOffer> = {}): BookingOffer {
  return {
    instructor: { id: "sarah", displayName: "Sarah C.", status: "active" },
    offering: {
      id: "piano-with-sarah",
      isActive: true,
      serviceName: "Piano",
      hourlyRateCents: 7550,
      durationOptions: [30, 45],
      locationTypes: ["online"],
    },
    inputs: availabilityInputs({
      minimumNoticeMinutes: 120,
      weekly: {
        3: [{ startMinute: 540, endMinute: 1020 }],
        7: [{ startMinute: 0, endMinute: 300 }],
      },
    }),
    ...given,
  };
}

function request(given: Partial<BookingRequest> = {}): BookingRequest {
  return {
    instructorId: "sarah",
    offeringId: "piano-with-sarah",
    start: { date: "2026-12-02", minute: 600 },
    durationMinutes: 45,
    locationType: "online",
    locationDetail: null,
    studentNote: null,
    ...given,
  };
}

function codeOf(wanted: BookingRequest, offered: BookingOffer | null, by = "tom", now = NOW) {
  try {
    checkBookingRequest(by, wanted, offered, now);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test("a request that passes says when the lesson is and what it costs", () => {
  const offered = offer();
  expect(checkBookingRequest("tom", request(), offered, NOW)).toEqual({
    offer: offered,
    startAt: Date.parse("2026-12-02T15:00:00Z"),
    endAt: Date.parse("2026-12-02T15:45:00Z"),
    priceCents: 5663,
  });
});

test("an instant means the same as the local date and time", () => {
  const startAt = Date.parse("2026-12-02T15:00:00Z");
  expect(checkBookingRequest("tom", request({ start: { startAt } }), offer(), NOW).startAt).toBe(
    startAt,
  );
});

test("each check has its code", () => {
  const { instructor, offering } = offer();
  expect(codeOf(request(), null)).toBe("not_found");
  expect(codeOf(request(), offer({ offering: { ...offering, isActive: false } }))).toBe(
    "not_found",
  );
  expect(codeOf(request(), offer(), "sarah")).toBe("self_booking");
  for (const status of ["suspended", "deactivated"] as const) {
    const away = offer({ instructor: { ...instructor, status } });
    expect(codeOf(request(), away)).toBe("instructor_unavailable");
  }
  expect(codeOf(request({ durationMinutes: 60 }), offer())).toBe("invalid_duration");
  expect(codeOf(request({ locationType: "neutral" }), offer())).toBe("invalid_location");
  expect(codeOf(request({ start: { date: "2026-12-02", minute: 601 } }), offer())).toBe(
    "invalid_start",
  );
  expect(codeOf(request({ start: { startAt: NOW + 3_600_000 } }), offer())).toBe(
    "insufficient_notice",
  );
  expect(codeOf(request({ start: { date: "2026-12-02", minute: 525 } }), offer())).toBe(
    "outside_availability",
  );
  const inputs = { ...offer().inputs, taught: [{ start: NOW, end: NOW + 86_400_000 + 60_000 }] };
  expect(codeOf(request(), offer({ inputs }))).toBe("slot_taken");
});

test("of several things that are wrong the first check's code is told", () => {
  const { instructor, offering } = offer();
  const wrong = request({
    durationMinutes: 60,
    locationType: "neutral",
    start: { date: "2020-01-01", minute: 1 },
  });
  const away = { ...instructor, status: "suspended" as const };
  const hidden = { ...offering, isActive: false };
  expect(codeOf(wrong, offer({ instructor: away, offering: hidden }), "sarah")).toBe("not_found");
  expect(codeOf(wrong, offer({ instructor: away }), "sarah")).toBe("self_booking");
  expect(codeOf(wrong, offer({ instructor: away }))).toBe("instructor_unavailable");
  expect(codeOf(wrong, offer())).toBe("invalid_duration");
  expect(codeOf({ ...wrong, durationMinutes: 45 }, offer())).toBe("invalid_location");
});

test("a local time that the clocks skip is no start, and one that comes twice means the first", () => {
  const spring = request({ start: { date: "2027-03-14", minute: 150 } });
  expect(codeOf(spring, offer())).toBe("invalid_start");
  const autumn = request({ start: { date: "2027-11-07", minute: 90 } });
  expect(checkBookingRequest("tom", autumn, offer(), NOW).startAt).toBe(
    Date.parse("2027-11-07T05:30:00Z"),
  );
});

test("a lesson moves with what it was made of, and not at all to the time that it has", () => {
  const lesson = {
    id: "b",
    startAt: Date.parse("2026-12-02T15:00:00Z"),
    durationMinutes: 45,
    locationType: "online",
    priceCents: 1234,
    timezone: "Asia/Tokyo",
    sequence: 4,
  } as Booking;
  const moved = checkReschedule(lesson, { date: "2026-12-02", minute: 960 }, offer(), NOW);
  expect(moved).toEqual({
    ...lesson,
    startAt: Date.parse("2026-12-02T21:00:00Z"),
    endAt: Date.parse("2026-12-02T21:45:00Z"),
    timezone: "America/New_York",
    updatedAt: NOW,
    sequence: 5,
  });
  expect(checkReschedule(lesson, { date: "2026-12-02", minute: 600 }, offer(), NOW)).toBe(lesson);
  const refusals: [Partial<Booking>, BookingRequest["start"], string][] = [
    [{ durationMinutes: 60 }, { date: "2026-12-02", minute: 960 }, "invalid_duration"],
    [{ locationType: "neutral" }, { date: "2026-12-02", minute: 960 }, "invalid_location"],
    [{}, { date: "2027-03-14", minute: 150 }, "invalid_start"],
    [{}, { date: "2026-12-02", minute: 1005 }, "outside_availability"],
  ];
  for (const [change, start, code] of refusals) {
    expect(() => checkReschedule({ ...lesson, ...change }, start, offer(), NOW)).toThrow(code);
  }
});
