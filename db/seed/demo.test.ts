import { expect, test } from "vitest";
import type { AvailabilityInputs } from "../../worker/domain/availability.ts";
import { hoursInWindow } from "../../worker/domain/availability.ts";
import { isId } from "../../worker/domain/id.ts";
import type { LocalDate, Weekday } from "../../worker/domain/local-time.ts";
import { addDays, isOnQuarter, localDateOf } from "../../worker/domain/local-time.ts";
import { priceCents } from "../../worker/domain/pricing.ts";
import { fits } from "../../worker/domain/slot.ts";
import { DEMO_EMAILS, generateDemo } from "./demo.ts";
import type { BookingRow, DemoRows, InstructorRow } from "./demo-rows.ts";
import { catalog } from "./facts.ts";

const NOW = Date.UTC(2026, 9, 20, 14, 7);
const HOUR_MS = 3_600_000;
const demo = generateDemo({ seed: 1, now: NOW, passwordHash: "hash" });

const serviceOf = new Map(catalog.services.map((service) => [service.slug, service]));

function getUserId(email: string): string {
  const user = demo.users.find((candidate) => candidate.email === email);
  if (!user) throw new Error(`${email} is missing.`);
  return user.id;
}

/** The rows as the availability rules read them, without lessons. */
function toInputs(rows: DemoRows, instructor: InstructorRow): AvailabilityInputs {
  const weekly: Partial<Record<Weekday, { startMinute: number; endMinute: number }[]>> = {};
  const dates: Record<LocalDate, { startMinute: number; endMinute: number }[]> = {};
  for (const row of rows.availabilityHours) {
    if (row.instructorId !== instructor.id) continue;
    const { weekday, date, startMinute, endMinute } = row;
    const ranges = (date === null ? weekly[weekday as Weekday] : dates[date]) ?? [];
    if (startMinute !== null && endMinute !== null) ranges.push({ startMinute, endMinute });
    if (date === null) weekly[weekday as Weekday] = ranges;
    else dates[date] = ranges;
  }
  return {
    timezone: instructor.timezone,
    minimumNoticeMinutes: instructor.minimumNoticeHours * 60,
    bufferMinutes: instructor.bufferMinutes,
    weekly,
    dates,
    blackouts: rows.blackouts.filter(({ instructorId }) => instructorId === instructor.id),
    taught: [],
    taken: [],
  };
}

/** The shortest pause between one lesson and the next, in ms; negative when they overlap. */
function shortestPause(lessons: BookingRow[]): number {
  const sorted = [...lessons].sort((a, b) => a.startAt - b.startAt);
  return Math.min(...sorted.slice(1).map(({ startAt }, i) => startAt - (sorted[i]?.endAt ?? 0)));
}

test("the same options make the same rows, and another seed makes others", () => {
  const size = { instructors: 20, bookings: 50, searches: 100 };
  const options = { seed: 5, now: NOW, passwordHash: "h", ...size };
  expect(generateDemo(options)).toEqual(generateDemo(options));
  expect(generateDemo({ ...options, seed: 6 })).not.toEqual(generateDemo(options));
});

test("there are 200 instructors, 100 students, an admin, and about 1,500 lessons", () => {
  const holders = (role: string) => demo.userRoles.filter((row) => row.role === role).length;
  expect(demo.instructors).toHaveLength(200);
  expect(demo.users).toHaveLength(301);
  expect(holders("instructor")).toBe(200);
  expect(holders("admin")).toBe(1);
  expect(demo.bookings.length).toBeGreaterThan(1450);
  expect(demo.bookings.length).toBeLessThan(1550);
});

test("ids and addresses are well formed and unique", () => {
  const ids = [...demo.users, ...demo.offerings, ...demo.blackouts, ...demo.bookings].map(
    ({ id }) => id,
  );
  expect(ids.every(isId)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(demo.users.map(({ email }) => email)).size).toBe(demo.users.length);
  for (const { email } of demo.users) expect(email).toMatch(/^[a-z0-9.-]+@demo\.test$/);
});

test("every category and at least 280 services are taught, and no service twice by one person", () => {
  for (const seed of [1, 2, 3]) {
    const options = { seed, now: NOW, passwordHash: "h", bookings: 0, searches: 0 };
    const { offerings } = generateDemo(options);
    const taught = new Set(offerings.map(({ serviceSlug }) => serviceSlug));
    expect(taught.size).toBeGreaterThanOrEqual(280);
    expect(new Set([...taught].map((slug) => serviceOf.get(slug)?.category)).size).toBe(7);
    const pairs = offerings.map(
      ({ instructorId, serviceSlug }) => `${instructorId} ${serviceSlug}`,
    );
    expect(new Set(pairs).size).toBe(pairs.length);
  }
});

test("what many people look for is taught by many", () => {
  const count = (slug: string) =>
    demo.offerings.filter(({ serviceSlug }) => serviceSlug === slug).length;
  for (const slug of ["piano", "guitar", "yoga", "spanish"]) expect(count(slug)).toBeGreaterThan(4);
});

test("profiles keep to the limits of a profile", () => {
  for (const { id, bio, yearsExperience, minimumNoticeHours, bufferMinutes } of demo.instructors) {
    expect(bio.length).toBeGreaterThanOrEqual(10);
    expect(bio.length).toBeLessThanOrEqual(1000);
    expect(bio).not.toMatch(/[{}]|undefined|\s\s/);
    expect(yearsExperience).toBeLessThanOrEqual(60);
    expect(minimumNoticeHours).toBeLessThanOrEqual(168);
    expect(bufferMinutes).toBeLessThanOrEqual(60);
    const areaCount = demo.instructorAreas.filter(({ instructorId }) => instructorId === id).length;
    expect(areaCount).toBeGreaterThanOrEqual(1);
    expect(areaCount).toBeLessThanOrEqual(10);
    const offeringCount = demo.offerings.filter(({ instructorId }) => instructorId === id).length;
    expect(offeringCount).toBeGreaterThanOrEqual(1);
    expect(offeringCount).toBeLessThanOrEqual(6);
  }
});

test("offerings keep to the limits of an offering", () => {
  for (const offering of demo.offerings) {
    expect(offering.hourlyRateCents % 50).toBe(0);
    expect(offering.hourlyRateCents).toBeGreaterThanOrEqual(2000);
    expect(offering.hourlyRateCents).toBeLessThanOrEqual(25_000);
    expect(offering.durationOptions.length).toBeGreaterThanOrEqual(1);
    expect(offering.durationOptions.every((minutes) => minutes % 15 === 0 && minutes <= 240)).toBe(
      true,
    );
    expect(offering.locationTypes.length).toBeGreaterThanOrEqual(1);
    if (offering.locationTypes.includes("online")) {
      expect(serviceOf.get(offering.serviceSlug)?.onlineCapable).toBe(true);
    }
    expect(offering.description.length).toBeLessThanOrEqual(500);
    expect(offering.description).not.toMatch(/[{}]|undefined/);
  }
});

test("nobody is in two lessons at once, and instructors get their buffer", () => {
  for (const { id } of demo.users) {
    const own = demo.bookings.filter(({ studentId, instructorId }) =>
      [studentId, instructorId].includes(id),
    );
    expect(shortestPause(own)).toBeGreaterThanOrEqual(0);
  }
  for (const { id, bufferMinutes } of demo.instructors) {
    const taught = demo.bookings.filter(({ instructorId }) => instructorId === id);
    expect(shortestPause(taught)).toBeGreaterThanOrEqual(bufferMinutes * 60_000);
  }
});

test("every lesson lies on a mark, inside the instructor's hours, at the offering's price", () => {
  const offeringOf = new Map(demo.offerings.map((offering) => [offering.id, offering]));
  for (const instructor of demo.instructors) {
    const inputs = toInputs(demo, instructor);
    for (const booking of demo.bookings.filter(
      ({ instructorId }) => instructorId === instructor.id,
    )) {
      const date = localDateOf(booking.startAt, instructor.timezone);
      const hours = hoursInWindow(inputs, { from: addDays(date, -1), to: addDays(date, 1) });
      expect(isOnQuarter(booking.startAt)).toBe(true);
      expect(fits(hours, booking.startAt, booking.durationMinutes)).toBe(true);
      const offering = offeringOf.get(booking.offeringId);
      expect(offering?.instructorId).toBe(instructor.id);
      expect(offering?.durationOptions).toContain(booking.durationMinutes);
      expect(offering?.locationTypes).toContain(booking.locationType);
      expect(booking.priceCents).toBe(
        priceCents(offering?.hourlyRateCents ?? 0, booking.durationMinutes),
      );
    }
  }
});

test("every lesson was booked in time, and its moves are recorded in order and end at its status", () => {
  const noticeOf = new Map(
    demo.instructors.map((row) => [row.id, row.minimumNoticeHours * HOUR_MS]),
  );
  const createdAtOf = new Map(demo.users.map(({ id, createdAt }) => [id, createdAt]));
  for (const booking of demo.bookings) {
    const events = demo.bookingEvents.filter(({ bookingId }) => bookingId === booking.id);
    const times = events.map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBe(booking.createdAt);
    expect(times.at(-1)).toBe(booking.updatedAt);
    expect(booking.updatedAt).toBeLessThanOrEqual(NOW);
    expect(events.map(({ fromStatus }) => fromStatus)).toEqual([
      null,
      ...events.slice(0, -1).map(({ toStatus }) => toStatus),
    ]);
    expect(events.at(-1)).toMatchObject({ toStatus: booking.status, toStartAt: booking.startAt });
    expect(booking.createdAt).toBeLessThanOrEqual(
      booking.startAt - (noticeOf.get(booking.instructorId) ?? 0),
    );
    expect(booking.createdAt).toBeGreaterThan(createdAtOf.get(booking.studentId) ?? NOW);
    expect(booking.createdAt).toBeGreaterThan(createdAtOf.get(booking.instructorId) ?? NOW);
  }
});

test("past lessons are over, future ones are open or cancelled, and cancelled ones name their fee", () => {
  for (const booking of demo.bookings) {
    if (booking.endAt > NOW) expect(["confirmed", "cancelled"]).toContain(booking.status);
    if (booking.endAt <= NOW - 24 * HOUR_MS) expect(booking.status).not.toBe("confirmed");
    if (booking.status !== "cancelled") continue;
    expect(booking.cancelledAt).toBeLessThan(booking.startAt);
    expect([0, 50, 100]).toContain(booking.cancellationFeePercent);
    expect(booking.cancellationReason).toBeTruthy();
  }
  const statuses = new Set(demo.bookings.map(({ status }) => status));
  expect([...statuses].sort()).toEqual(["cancelled", "completed", "confirmed", "no_show"]);
});

test("hours come in many kinds: past midnight, closed dates, special dates, and days off", () => {
  const rows = demo.availabilityHours;
  expect(rows.some(({ endMinute }) => endMinute === 1440)).toBe(true);
  expect(rows.some(({ startMinute, endMinute }) => startMinute === 0 && endMinute === 60)).toBe(
    true,
  );
  expect(rows.some(({ date, startMinute }) => date !== null && startMinute === null)).toBe(true);
  expect(rows.some(({ date, startMinute }) => date !== null && startMinute !== null)).toBe(true);
  expect(demo.blackouts.some(({ startOn, endOn }) => startOn < endOn)).toBe(true);
  const mondays = new Set(
    rows.filter(({ weekday }) => weekday === 1).map((row) => row.instructorId),
  );
  expect(mondays.size).toBeLessThan(demo.instructors.length);
  expect(new Set(demo.instructors.map(({ timezone }) => timezone)).size).toBeGreaterThan(1);
});

test("the demo accounts come first and have something to show", () => {
  const studentId = getUserId(DEMO_EMAILS.student);
  const instructorId = getUserId(DEMO_EMAILS.instructor);
  const adminRoles = demo.userRoles.filter(({ userId }) => userId === getUserId(DEMO_EMAILS.admin));
  expect(adminRoles.map(({ role }) => role)).toEqual(["admin"]);
  const lessons = demo.bookings.filter((booking) => booking.studentId === studentId);
  const upcoming = lessons.filter(({ startAt, status }) => startAt > NOW && status === "confirmed");
  const completed = lessons.filter(({ status }) => status === "completed");
  expect(upcoming.length).toBeGreaterThanOrEqual(2);
  expect(new Set(completed.map((booking) => booking.instructorId)).size).toBeGreaterThanOrEqual(3);
  expect(
    demo.bookings.filter((booking) => booking.instructorId === instructorId).length,
  ).toBeGreaterThan(20);
  expect(demo.offerings).toContainEqual(
    expect.objectContaining({ instructorId, serviceSlug: "piano" }),
  );
});

test("a larger marketplace can be made, and more lessons than its hours hold are refused", () => {
  const options = { seed: 9, now: NOW, passwordHash: "h", students: 50, searches: 0 };
  const large = generateDemo({ ...options, instructors: 1000, bookings: 1000 });
  expect(large.instructors).toHaveLength(1000);
  expect(new Set(large.users.map(({ email }) => email)).size).toBe(1050 + 1);
  expect(() => generateDemo({ ...options, instructors: 2, bookings: 2000 })).toThrow(RangeError);
});
