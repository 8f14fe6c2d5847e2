import { type Interval, intersectIntervals } from "./interval.ts";

/**
 * Calendar files as RFC 5545 has them. Times are instants in UTC, which every calendar shows on its
 * reader's own clock, so that no file has to carry the rules of a time zone.
 */
export interface CalendarEvent {
  /** The same for every version of the event. */
  uid: string;
  /** Grows with each version: programs keep the highest. */
  sequence: number;
  /** Epoch ms, as all times here. */
  startAt: number;
  endAt: number;
  changedAt: number;
  summary: string;
  description: string;
  location: string | null;
  url: string;
  isCancelled: boolean;
}

/** The longest line, in octets without its break. */
const LINE_OCTETS = 75;

/** A whole calendar. `name` is what a subscribing program calls it. */
export function toCalendar(name: string, events: readonly CalendarEvent[]): string {
  return toFile([
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap(toEventLines),
  ]);
}

/** When somebody is busy, without a word about why; epoch ms. */
export interface FreeBusy {
  uid: string;
  /** Whom to turn to: an address of the web, as no mail address of a person is told. */
  organizer: string;
  /** When what is told last changed. */
  changedAt: number;
  /** Of what time it tells. */
  window: Interval;
  busy: readonly Interval[];
}

/** A calendar of free and busy times only. Lessons one after another are one busy time. */
export function toFreeBusy({ uid, organizer, changedAt, window, busy }: FreeBusy): string {
  return toFile([
    "METHOD:PUBLISH",
    "BEGIN:VFREEBUSY",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${toUtc(changedAt)}`,
    `ORGANIZER:${organizer}`,
    `DTSTART:${toUtc(window.start)}`,
    `DTEND:${toUtc(window.end)}`,
    ...intersectIntervals(busy, [window]).map(
      ({ start, end }) => `FREEBUSY;FBTYPE=BUSY:${toUtc(start)}/${toUtc(end)}`,
    ),
    "END:VFREEBUSY",
  ]);
}

function toFile(contents: readonly string[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//InstaInstru//Lessons//EN",
    "CALSCALE:GREGORIAN",
    ...contents,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function toEventLines(event: CalendarEvent): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${toUtc(event.changedAt)}`,
    `LAST-MODIFIED:${toUtc(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${toUtc(event.startAt)}`,
    `DTEND:${toUtc(event.endAt)}`,
    `SUMMARY:${escapeText(event.summary)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    ...(event.location === null ? [] : [`LOCATION:${escapeText(event.location)}`]),
    `URL:${event.url}`,
    `STATUS:${event.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    // What is cancelled takes up no time any more.
    `TRANSP:${event.isCancelled ? "TRANSPARENT" : "OPAQUE"}`,
    "END:VEVENT",
  ];
}

/** "20261201T140000Z"; instants here have no fractions of a second that matter. */
function toUtc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

/** Text as a value: the four characters with a meaning escaped, other control characters left out. */
function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{Cc}\n\t]/gu, "")
    .replaceAll(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** Breaks a line between characters, never inside one, so that no part has more than 75 octets. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      folded += "\r\n ";
      // The space that begins a continued line counts.
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** How long a character is in UTF-8; encoding each one to see took most of the time of a mail. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) as number;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
