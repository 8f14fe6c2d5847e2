import type { BookingRepository } from "../../db/repositories/bookings.ts";
import type { CalendarFeedRepository } from "../../db/repositories/calendar-feeds.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import type { Booking } from "../domain/booking.ts";
import { assertMayRead } from "../domain/booking-moves.ts";
import { DomainError } from "../domain/errors.ts";
import { toCalendar, toFreeBusy } from "../domain/ical.ts";
import { toLessonEvent } from "../domain/lesson-event.ts";
import { sha256Hex } from "../platform/hash.ts";
import type { RandomSource } from "../platform/random.ts";

const DAY_MS = 86_400_000;

/** How far back a subscribed calendar goes. */
const PAST_DAYS = 30;

/** Of how many days free and busy times are told, today by UTC among them. */
const BUSY_DAYS = 180;

/** More lessons than anyone has in the months a calendar shows. */
const MOST_LESSONS = 1000;

export interface CalendarService {
  /** One lesson as a calendar file. Throws `not_found` also for somebody else's. */
  getLesson(actor: Actor | null, bookingId: string): Promise<string>;
  /** All lessons of whoever the feed belongs to. Throws `not_found` for a token that is nobody's. */
  readFeed(token: string): Promise<string>;
  /** When the same person is busy, and nothing else. Throws `not_found` likewise. */
  readFreeBusy(busyToken: string): Promise<string>;
  /** When the person's feed was made; null without one. */
  findFeed(actor: Actor | null): Promise<{ createdAt: number } | null>;
  /** New secret addresses, told this once; those before stop working. */
  createFeed(actor: Actor | null): Promise<{ url: string; freeBusyUrl: string }>;
  deleteFeed(actor: Actor | null): Promise<void>;
}

export function createCalendarService({
  bookings,
  feeds,
  siteUrl,
  random,
  now,
}: {
  bookings: BookingRepository;
  feeds: CalendarFeedRepository;
  /** Where the links in a calendar lead. */
  siteUrl: string;
  random: RandomSource;
  now: number;
}): CalendarService {
  const toFile = (lessons: Booking[], personId: string) =>
    toCalendar(
      "iNSTAiNSTRU lessons",
      lessons.map((lesson) => toLessonEvent(lesson, personId, siteUrl)),
    );
  const readContents = async (busyToken: string, from: number) => {
    const contents = await feeds.read(await sha256Hex(busyToken), from, MOST_LESSONS);
    if (!contents) throw new DomainError("not_found");
    return contents;
  };
  const assertOwner = (actor: Actor | null) => assertPermission(actor, "view_own_bookings");

  return {
    async getLesson(actor, bookingId) {
      const owner = assertOwner(actor);
      const { id } = owner;
      const booking = await bookings.find(bookingId, { id, anyone: false });
      if (!booking) throw new DomainError("not_found");
      assertMayRead(owner, booking);
      return toFile([booking], id);
    },

    async readFeed(token) {
      const from = now - PAST_DAYS * DAY_MS;
      const { lessons, personId } = await readContents(await toBusyToken(token), from);
      return toFile(lessons, personId);
    },

    async readFreeBusy(busyToken) {
      const today = now - (now % DAY_MS);
      // A lesson of the evening before may reach into today.
      const { lessons, personId } = await readContents(busyToken, today - DAY_MS);
      return toFreeBusy({
        uid: `busy-${personId}@instainstru`,
        organizer: siteUrl,
        // Not now: what has not changed since has to be the same file.
        changedAt: Math.max(today, ...lessons.map(({ updatedAt }) => updatedAt)),
        window: { start: today, end: today + BUSY_DAYS * DAY_MS },
        busy: lessons
          .filter(({ status }) => status !== "cancelled")
          .map(({ startAt, endAt }) => ({ start: startAt, end: endAt })),
      });
    },

    async findFeed(actor) {
      return await feeds.find(assertOwner(actor).id);
    },

    async createFeed(actor) {
      const { id } = assertOwner(actor);
      const token = random.newToken();
      const busyToken = await toBusyToken(token);
      await feeds.replace(id, await sha256Hex(busyToken), now);
      return {
        url: `${siteUrl}/api/calendar/${token}.ics`,
        freeBusyUrl: `${siteUrl}/api/calendar/free-busy/${busyToken}.ics`,
      };
    },

    async deleteFeed(actor) {
      await feeds.delete(assertOwner(actor).id);
    },
  };
}

/** Whoever reads lessons can read when they are, and nobody the other way round. */
async function toBusyToken(token: string): Promise<string> {
  return await sha256Hex(`free-busy ${token}`);
}
