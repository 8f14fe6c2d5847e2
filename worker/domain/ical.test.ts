import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type CalendarEvent, toCalendar } from "./ical.ts";

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
