import type { BookingRepository } from "../../db/repositories/bookings.ts";
import type { CalendarFeedRepository } from "../../db/repositories/calendar-feeds.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import type { Booking } from "../domain/booking.ts";
import { assertMayRead } from "../domain/booking-moves.ts";
import { DomainError } from "../domain/errors.ts";
import { toCalendar } from "../domain/ical.ts";
import { toLessonEvent } from "../domain/lesson-event.ts";
import { sha256Hex } from "../platform/hash.ts";
import type { RandomSource } from "../platform/random.ts";

const DAY_MS = 86_400_000;

/** How far back a subscribed calendar goes. */
const PAST_DAYS = 30;

/** More lessons than anyone has in the months a calendar shows. */
const MOST_LESSONS = 1000;

export interface CalendarService {
  /** One lesson as a calendar file. Throws `not_found` also for somebody else's. */
  getLesson(actor: Actor | null, bookingId: string): Promise<string>;
  /** All lessons of whoever the feed belongs to. Throws `not_found` for a token that is nobody's. */
  readFeed(token: string): Promise<string>;
  /** When the person's feed was made; null without one. */
  findFeed(actor: Actor | null): Promise<{ createdAt: number } | null>;
  /** A new secret address, told this once; the one before stops working. */
  createFeed(actor: Actor | null): Promise<{ url: string }>;
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
      const contents = await feeds.read(
        await sha256Hex(token),
        now - PAST_DAYS * DAY_MS,
        MOST_LESSONS,
      );
      if (!contents) throw new DomainError("not_found");
      return toFile(contents.lessons, contents.personId);
    },

    async findFeed(actor) {
      return await feeds.find(assertOwner(actor).id);
    },

    async createFeed(actor) {
      const { id } = assertOwner(actor);
      const token = random.newToken();
      await feeds.replace(id, await sha256Hex(token), now);
      return { url: `${siteUrl}/api/calendar/${token}.ics` };
    },

    async deleteFeed(actor) {
      await feeds.delete(assertOwner(actor).id);
    },
  };
}
