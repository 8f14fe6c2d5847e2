import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type CalendarEvent, toCalendar, toFreeBusy } from "./ical.ts";

const EVENT: CalendarEvent = {
  uid: "0123@instainstru",
  sequence: 2,
  startAt: Date.UTC(2026, 11, 1, 14),
  endAt: Date.UTC(2026, 11, 1, 15, 30),
  changedAt: Date.UTC(2026, 10, 24, 9, 15, 30),
  summary: "Piano with Jordan E.",
  description: "Bring the blue book.",
  location: "12 Main St, Brooklyn",
  url: "https://example.test/lessons/0123",
  isCancelled: false,
};

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    calendar,
    events: calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one)),
  };
}

test("another program reads the same lesson: its times as instants, its version, its words", () => {
  const { calendar, events } = read(toCalendar("Lessons", [EVENT]));
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Lessons");
  const [event] = events;
  expect(event?.uid).toBe(EVENT.uid);
  expect(event?.sequence).toBe(2);
  expect(event?.startDate.zone.tzid).toBe("UTC");
  expect(event?.startDate.toJSDate().getTime()).toBe(EVENT.startAt);
  expect(event?.endDate.toJSDate().getTime()).toBe(EVENT.endAt);
  expect(event?.summary).toBe(EVENT.summary);
  expect(event?.description).toBe(EVENT.description);
  expect(event?.location).toBe(EVENT.location);
  expect(event?.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
  expect(String(event?.component.getFirstPropertyValue("dtstamp"))).toBe("2026-11-24T09:15:30Z");
});

test("a cancelled lesson is told as cancelled and takes up no time", () => {
  const [event] = read(toCalendar("Lessons", [{ ...EVENT, isCancelled: true }])).events;
  expect(event?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  expect(event?.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
});

test("without a place there is none, and a calendar without lessons is still one", () => {
  const [event] = read(toCalendar("Lessons", [{ ...EVENT, location: null }])).events;
  expect(event?.component.hasProperty("location")).toBe(false);
  expect(read(toCalendar("Lessons", [])).events).toEqual([]);
});

test("whatever words a person wrote, another program reads the same ones", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 300 });
  const special = fc.string({
    unit: fc.constantFrom("\\", ";", ",", "\n", "n", "é", "🎻", ":", " "),
  });
  fc.assert(
    fc.property(fc.oneof(words, special), (text) => {
      const [event] = read(toCalendar("Lessons", [{ ...EVENT, description: text }])).events;
      // Characters that no line may hold are left out; all ways to break a line are one.
      const kept = text.replaceAll(/\r\n?/g, "\n").replaceAll(/[^\P{Cc}\n\t]/gu, "");
      expect(event?.component.getFirstPropertyValue("description")).toBe(kept);
    }),
  );
});

test("no words can add a line of their own", () => {
  const summary = "Piano\r\nEND:VEVENT\r\nATTACH:https://evil.test";
  const text = toCalendar("Lessons\nX-EVIL:1", [{ ...EVENT, summary }]);
  expect(text).not.toMatch(/^(ATTACH|X-EVIL)/m);
  expect(read(text).events).toHaveLength(1);
});

test("no line has more than 75 octets, and none ends inside a character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      const encoder = new TextEncoder();
      const lines = toCalendar(text, [{ ...EVENT, summary: text }]).split("\r\n");
      expect(lines.at(-1)).toBe("");
      for (const line of lines) {
        expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
      }
    }),
  );
});

const WINDOW = { start: Date.UTC(2026, 11, 1), end: Date.UTC(2027, 4, 30) };

function readBusy(busy: { start: number; end: number }[]) {
  const organizer = `https://example.test/${"long/".repeat(20)}`;
  const text = toFreeBusy({ uid: "u@x", organizer, changedAt: NOON, window: WINDOW, busy });
  const part = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vfreebusy");
  const periods = part?.getAllProperties("freebusy").map((one) => {
    expect(one.getParameter("fbtype")).toBe("BUSY");
    const period = one.getFirstValue() as ICAL.Period;
    return [period.start.toJSDate().getTime(), period.getEnd().toJSDate().getTime()];
  });
  return { text, part, periods, organizer };
}
const NOON = Date.UTC(2026, 11, 1, 12);
const HOUR_MS = 3_600_000;

test("another program reads the same busy times, cut to the window, those that touch as one", () => {
  const { part, periods, organizer } = readBusy([
    { start: NOON + HOUR_MS, end: NOON + 2 * HOUR_MS },
    { start: NOON, end: NOON + HOUR_MS },
    { start: NOON + 3 * HOUR_MS, end: NOON + 4 * HOUR_MS },
    { start: WINDOW.start - HOUR_MS, end: WINDOW.start + HOUR_MS },
    { start: WINDOW.start - 2 * HOUR_MS, end: WINDOW.start },
    { start: WINDOW.end, end: WINDOW.end + HOUR_MS },
  ]);
  expect(periods).toEqual([
    [WINDOW.start, WINDOW.start + HOUR_MS],
    [NOON, NOON + 2 * HOUR_MS],
    [NOON + 3 * HOUR_MS, NOON + 4 * HOUR_MS],
  ]);
  const value = (name: string) => String(part?.getFirstPropertyValue(name));
  expect(["dtstamp", "dtstart", "dtend", "uid", "organizer"].map(value)).toEqual([
    "2026-12-01T12:00:00Z",
    "2026-12-01T00:00:00Z",
    "2027-05-30T00:00:00Z",
    "u@x",
    organizer,
  ]);
});

test("whoever is never busy has a file of free time, and no line of any is too long", () => {
  const { text, periods } = readBusy([]);
  expect(periods).toEqual([]);
  for (const line of text.split("\r\n")) expect(line.length).toBeLessThanOrEqual(75);
});
