import type { OwnLessonsRepository, PastInstructor } from "../../db/repositories/own-lessons.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import { asSeenBy, type Booking } from "../domain/booking.ts";

/** Rule: the start page shows the next two lessons and the last three different instructors. */
const AHEAD = 2;
const PAST = 3;

/** What a student's start page shows of their lessons. Needs `view_own_bookings`. */
export interface OwnLessonsService {
  load(actor: Actor | null): Promise<{ ahead: Booking[]; past: PastInstructor[] }>;
}

export function createOwnLessonsService({
  ownLessons,
  now,
}: {
  ownLessons: OwnLessonsRepository;
  now: number;
}): OwnLessonsService {
  return {
    async load(actor) {
      const { id } = assertPermission(actor, "view_own_bookings");
      const { ahead, past } = await ownLessons.load(id, now, { ahead: AHEAD, past: PAST });
      return { ahead: ahead.map((lesson) => asSeenBy(lesson, id, false)), past };
    },
  };
}
