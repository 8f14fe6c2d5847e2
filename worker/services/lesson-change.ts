import type {
  BookingChangeRepository,
  ChangeOutcome,
  LoadedLesson,
} from "../../db/repositories/booking-changes.ts";
import type { BookingEventRepository } from "../../db/repositories/booking-events.ts";
import type { Conflict } from "../../db/repositories/booking-guard.ts";
import type { RecordedMove } from "../../db/repositories/booking-moves.ts";
import type { IdempotencyEntry } from "../../db/repositories/idempotency.ts";
import { type Actor, assertPermission, assertSignedIn } from "../domain/actor.ts";
import { asSeenBy, type Booking, type BookingOffer } from "../domain/booking.ts";
import {
  assertMayDo,
  assertMayRead,
  assertMove,
  type BookingMove,
  type LessonRole,
} from "../domain/booking-moves.ts";
import { DomainError } from "../domain/errors.ts";
import type { AvailabilityCache } from "../platform/availability-cache.ts";
import type { RandomSource } from "../platform/random.ts";
import { type KeyedRequest, toKeyedRequest } from "./idempotency.ts";

/** How often a lesson is read again because somebody was faster. */
const ATTEMPTS = 4;

/** What comes with a request to change a lesson. */
export interface MoveOptions {
  /** A retry with the same key gets the first answer. */
  idempotencyKey?: string | null;
  /** The version that the lesson must still have; null for whichever it has. */
  version?: string | null;
}

export interface MoveDependencies {
  events: BookingEventRepository;
  changes: BookingChangeRepository;
  cache: AvailabilityCache;
  /** Lets the outbox be looked at soon. */
  announceMail: () => void;
  /** Lets the instructor's webhooks be told soon. */
  announceWebhooks: (instructorId: string) => void;
  random: RandomSource;
  now: number;
}

/** What is to be written: the move, the lesson after it, and the answer to be kept with it. */
interface Writing {
  move: RecordedMove;
  next: Booking;
  role: LessonRole;
  keep: IdempotencyEntry | null;
}

/** One kind of change to a lesson. */
export interface LessonChange {
  bookingId: string;
  deed: BookingMove | "note";
  options: MoveOptions;
  /** What else was asked for: a retry has to ask for the same. */
  details?: Record<string, unknown>;
  /** For the history. */
  reason?: string;
  /** The lesson alone unless given. */
  load?: (person: Actor, keyed: KeyedRequest) => Promise<LoadedLesson>;
  /** The lesson as it will be; the very same object where there is nothing to change. */
  toNext: (found: { lesson: Booking; role: LessonRole; offer: BookingOffer | null }) => Booking;
  write: (writing: Writing) => Promise<ChangeOutcome>;
  /** The refusal that stands for a conflict, which is then the answer that a retry gets. */
  toRefusal?: (next: Booking, code: Conflict, keyed: KeyedRequest) => Promise<DomainError>;
}

/**
 * One read, the rules, one write under the same rules. Where somebody was faster the lesson is read
 * and judged again, so that the answer is true of what it is by then.
 */
export async function changeLesson(
  dependencies: MoveDependencies,
  actor: Actor | null,
  change: LessonChange,
): Promise<Booking> {
  const person = assertSignedIn(actor);
  const { bookingId, deed, options, details = {} } = change;
  const request = { deed, bookingId, ...details };
  const { idempotencyKey = null } = options;
  const keyed = await toKeyedRequest(person.id, idempotencyKey, request, dependencies.now);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const answer = await tryOnce(dependencies, person, change, keyed);
    if (answer) return answer;
  }
  throw new DomainError("precondition_failed");
}

/** Null when somebody was faster. */
async function tryOnce(
  dependencies: MoveDependencies,
  person: Actor,
  change: LessonChange,
  keyed: KeyedRequest,
): Promise<Booking | null> {
  const { changes, cache, announceMail, announceWebhooks, random, now } = dependencies;
  const loaded = change.load
    ? await change.load(person, keyed)
    : await changes.load(change.bookingId, toReader(person), keyed.key);
  const replay = keyed.findReplay(loaded.kept);
  if (replay) return replay;
  const { lesson, role } = judge(person, change, loaded.lesson, now);
  const planned = change.toNext({ lesson, role, offer: loaded.offer });
  const { id, anyone } = toReader(person);
  if (planned === lesson) return asSeenBy(lesson, id, anyone);

  const moveId = random.newId();
  const next = { ...planned, version: moveId };
  const booking = asSeenBy(next, id, anyone);
  const move = { lesson, moveId, actorId: id, reason: change.reason ?? null, now };
  const outcome = await change.write({ move, next, role, keep: keyed.toEntry({ booking }) });
  if (outcome === "changed") return null;
  if (outcome !== "done") {
    throw (await change.toRefusal?.(next, outcome, keyed)) ?? new DomainError(outcome);
  }
  await cache.drop([lesson.instructor.id, lesson.student.id]);
  announceMail();
  if (change.deed !== "note") announceWebhooks(lesson.instructor.id);
  return booking;
}

/** All that comes before the wish itself, in this order; throws the first that fails. */
function judge(
  person: Actor,
  { deed, options: { version = null } }: LessonChange,
  lesson: Booking | null,
  now: number,
): { lesson: Booking; role: LessonRole } {
  if (!lesson) throw new DomainError("not_found");
  const role = assertMayDo(person, deed, lesson);
  if (version !== null && version !== lesson.version) throw new DomainError("precondition_failed");
  if (deed !== "note") assertMove(lesson, deed, now);
  return { lesson, role };
}

/**
 * A lesson that its reader may see. Throws `unauthenticated`, `forbidden`, and `not_found` also for
 * somebody else's.
 */
export async function readLesson<Found>(
  actor: Actor | null,
  find: (reader: { id: string; anyone: boolean }) => Promise<Found | null>,
  lessonOf: (found: Found) => Booking,
): Promise<{ found: Found; lesson: Booking }> {
  const person = assertSignedIn(actor);
  const reader = toReader(person);
  if (!reader.anyone) assertPermission(actor, "view_own_bookings");
  const found = await find(reader);
  if (!found) throw new DomainError("not_found");
  assertMayRead(person, lessonOf(found));
  return { found, lesson: asSeenBy(lessonOf(found), reader.id, reader.anyone) };
}

/** Rule: whoever may read or manage all lessons is told that one exists; for others it does not. */
export function toReader({ id, permissions }: Actor): { id: string; anyone: boolean } {
  const anyone =
    permissions.includes("view_all_bookings") || permissions.includes("manage_all_bookings");
  return { id, anyone };
}
