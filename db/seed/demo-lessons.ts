import { CANCELLATION_POLICY_VERSION, cancellationFee } from "../../worker/domain/cancellation.ts";
import { toId } from "../../worker/domain/id.ts";
import { priceCents } from "../../worker/domain/pricing.ts";
import type { BookingEventRow, BookingRow, InstructorRow, OfferingRow } from "./demo-rows.ts";
import type { Random } from "./random.ts";

/** A lesson as it is agreed, before anything happens to it. */
export interface LessonPlan {
  instructor: InstructorRow;
  offering: OfferingRow;
  serviceName: string;
  studentId: string;
  startAt: number;
  durationMinutes: number;
}

interface Lesson {
  booking: BookingRow;
  /** What happened to the booking, oldest first. */
  events: BookingEventRow[];
}

type Outcome = "confirmed" | "completed" | "cancelled" | "no_show";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const STUDENT_NOTES = [
  "I am a complete beginner.",
  "Coming back to this after a long break.",
  "I would like to work on one thing: confidence.",
  "Please go slowly the first time.",
  "I have a deadline next month and want to be ready.",
  "My daughter is a little shy at first.",
];
const INSTRUCTOR_NOTES = [
  "Good progress; repeat the warm-up before next time.",
  "Covered the basics, next time the second half.",
  "Prepared and curious. Bring the same material again.",
];
const REASONS = {
  student: [
    "Schedule conflict",
    "Feeling unwell",
    "Booked the wrong time",
    "Found another instructor",
    "Travel plans changed",
  ],
  instructor: ["Feeling unwell", "Family emergency", "Schedule conflict"],
};
const PLACES: Record<string, string[]> = {
  student_home: [
    "Apartment 4B, please ring twice",
    "The blue door left of the bakery",
    "Ask the doorman for the fifth floor",
  ],
  neutral: ["Public library, second floor", "At the park entrance", "Cafe on the corner"],
};

/** Tells the life of a lesson up to `now`: when it was booked, and what became of it. */
export function liveLesson(random: Random, plan: LessonPlan, now: number): Lesson {
  const createdAt = chooseBookedAt(random, plan, now);
  const booking = toNewBooking(random, plan, createdAt);
  const events = [
    toEvent(booking, { actorId: plan.studentId, from: null, to: "confirmed", at: createdAt }),
  ];
  if (random.chance(0.06)) bringForward(random, plan, booking, events, now);
  const outcome = chooseOutcome(random, booking, now);
  if (outcome === "cancelled") cancel(random, booking, events, now);
  if (outcome === "completed") complete(random, booking, events, now);
  if (outcome === "no_show") markNoShow(random, booking, events);
  return { booking, events };
}

/** Early enough for the minimum notice and before now, up to two weeks earlier than it had to be. */
function chooseBookedAt(random: Random, { instructor, startAt }: LessonPlan, now: number): number {
  const notice = instructor.minimumNoticeHours * HOUR_MS;
  const latest = Math.min(startAt - notice, now) - random.int(2, 14 * 24 * 60) * MINUTE_MS;
  return Math.floor(latest / 1000) * 1000;
}

function toNewBooking(random: Random, plan: LessonPlan, createdAt: number): BookingRow {
  const { instructor, offering, startAt, durationMinutes } = plan;
  const locationType = random.pick(offering.locationTypes);
  const places = PLACES[locationType];
  return {
    id: toId(random.bytes(16)),
    studentId: plan.studentId,
    instructorId: instructor.id,
    offeringId: offering.id,
    serviceName: plan.serviceName,
    status: "confirmed",
    startAt,
    endAt: startAt + durationMinutes * MINUTE_MS,
    timezone: instructor.timezone,
    durationMinutes,
    hourlyRateCents: offering.hourlyRateCents,
    priceCents: priceCents(offering.hourlyRateCents, durationMinutes),
    locationType,
    locationDetail: places ? random.pick(places) : null,
    studentNote: random.chance(0.3) ? random.pick(STUDENT_NOTES) : null,
    instructorNote: null,
    policyVersion: CANCELLATION_POLICY_VERSION,
    cancelledBy: null,
    cancelledAt: null,
    cancellationReason: null,
    cancellationFeePercent: null,
    cancellationFeeCents: null,
    createdAt,
    updatedAt: createdAt,
    sequence: 0,
    moveId: null,
  };
}

/** The lesson was agreed for a week later and then moved to the time it has. */
function bringForward(
  random: Random,
  { instructor, studentId }: LessonPlan,
  booking: BookingRow,
  events: BookingEventRow[],
  now: number,
): void {
  const agreedFor = booking.startAt + 7 * DAY_MS;
  const latest = Math.min(booking.startAt - instructor.minimumNoticeHours * HOUR_MS, now);
  const minutes = Math.floor((latest - booking.createdAt) / MINUTE_MS);
  const at = booking.createdAt + random.int(1, minutes - 1) * MINUTE_MS;
  for (const event of events) event.toStartAt = agreedFor;
  const actorId = random.chance(0.5) ? studentId : instructor.id;
  const move = toEvent(booking, { actorId, from: "confirmed", to: "confirmed", at });
  events.push({ ...move, fromStartAt: agreedFor });
  booking.updatedAt = at;
}

function chooseOutcome(random: Random, { endAt }: BookingRow, now: number): Outcome {
  if (random.chance(0.09)) return "cancelled";
  if (endAt > now) return "confirmed";
  if (random.chance(0.04)) return "no_show";
  // A day after the end the system completes what the instructor has left open.
  return now - endAt >= DAY_MS || random.chance(0.5) ? "completed" : "confirmed";
}

function cancel(random: Random, booking: BookingRow, events: BookingEventRow[], now: number): void {
  const hoursBefore = random.pick([1, 5, 11, 14, 20, 26, 40, 72, 120]);
  const wished = booking.startAt - hoursBefore * HOUR_MS;
  const latest = Math.min(booking.startAt, now) - MINUTE_MS;
  const at = Math.max(booking.updatedAt + MINUTE_MS, Math.min(wished, latest));
  const by = random.chance(0.65) ? "student" : "instructor";
  const { startAt, priceCents: price } = booking;
  const { feePercent, feeCents } = cancellationFee({ startAt, now: at, by, priceCents: price });
  const reason = random.pick(REASONS[by]);
  Object.assign(booking, {
    status: "cancelled",
    cancelledBy: by,
    cancelledAt: at,
    cancellationReason: reason,
    cancellationFeePercent: feePercent,
    cancellationFeeCents: feeCents,
    updatedAt: at,
  } satisfies Partial<BookingRow>);
  const actorId = by === "student" ? booking.studentId : booking.instructorId;
  events.push(toEvent(booking, { actorId, from: "confirmed", to: "cancelled", at, reason }));
}

function complete(
  random: Random,
  booking: BookingRow,
  events: BookingEventRow[],
  now: number,
): void {
  const byHand = booking.endAt + random.int(1, 300) * MINUTE_MS;
  const automatic = booking.endAt + DAY_MS;
  const isAutomatic = automatic <= now && (byHand > now || random.chance(0.4));
  const at = isAutomatic ? automatic : Math.min(byHand, now);
  booking.status = "completed";
  booking.updatedAt = at;
  if (!isAutomatic && random.chance(0.4)) booking.instructorNote = random.pick(INSTRUCTOR_NOTES);
  const actorId = isAutomatic ? null : booking.instructorId;
  events.push(toEvent(booking, { actorId, from: "confirmed", to: "completed", at }));
}

function markNoShow(random: Random, booking: BookingRow, events: BookingEventRow[]): void {
  const at = booking.startAt + random.int(15, booking.durationMinutes) * MINUTE_MS;
  booking.status = "no_show";
  booking.updatedAt = at;
  events.push(
    toEvent(booking, { actorId: booking.instructorId, from: "confirmed", to: "no_show", at }),
  );
}

function toEvent(
  booking: BookingRow,
  move: { actorId: string | null; from: Outcome | null; to: Outcome; at: number; reason?: string },
): BookingEventRow {
  return {
    bookingId: booking.id,
    actorId: move.actorId,
    fromStatus: move.from,
    toStatus: move.to,
    fromStartAt: null,
    toStartAt: booking.startAt,
    reason: move.reason ?? null,
    createdAt: move.at,
  };
}
