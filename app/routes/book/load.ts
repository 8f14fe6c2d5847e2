import type { AppLoadContext } from "@remix-run/cloudflare";
import type { BookingRequest } from "../../../worker/domain/booking.ts";
import type { BookingDraft } from "../../../worker/domain/booking-draft.ts";
import type { Offering, PublicInstructor } from "../../../worker/domain/catalog.ts";
import type { ErrorCode } from "../../../worker/domain/errors.ts";
import { localDateOf } from "../../../worker/domain/local-time.ts";
import { priceCents } from "../../../worker/domain/pricing.ts";
import { ERROR_MESSAGES } from "../../error-messages.ts";
import { loadFreeWeek, neighbouringWeeks } from "../../free-week.ts";
import { chosenOffering, isAboutTime, needsDetail } from "./draft.ts";

const ALTERNATIVES = 3;

/** What was chosen so far, read together with the free times that most steps show. Throws `not_found`. */
export async function openBooking(context: AppLoadContext, instructorId: string) {
  const { drafts, services, findActor } = context;
  await Promise.all([services.availability.lookUp(instructorId), findActor()]);
  const [booking] = await Promise.all([
    drafts.open(instructorId),
    services.availability.load(instructorId),
  ]);
  return booking;
}

/** What the time step shows: a week of free time around the day in question. */
export async function loadTimes(
  { services, now }: AppLoadContext,
  { id, timezone }: PublicInstructor,
  draft: BookingDraft,
  date: string | null,
) {
  const from = date ?? (draft.startAt === null ? null : localDateOf(draft.startAt, timezone));
  const week = await loadFreeWeek(services, id, from);
  const next = await services.availability.findNext(id, draft.durationMinutes ?? 60);
  return { week, next, weeks: neighbouringWeeks(week, now) };
}

/** What the review shows: the price, what stands in the way, and a key for sending it once only. */
export async function loadReview(
  context: AppLoadContext,
  instructorId: string,
  draft: BookingDraft,
  offering: Offering,
) {
  const request = toBookingRequest(instructorId, draft);
  const [actor, code] = await Promise.all([
    context.findActor(),
    request ? findRefusal(context, request) : null,
  ]);
  return {
    priceCents: priceCents(offering.hourlyRateCents, draft.durationMinutes ?? 0),
    isSignedIn: actor !== null,
    viewerZone: actor?.timezone ?? null,
    now: context.now,
    idempotencyKey: context.newId(),
    problem: request &&
      code && {
        summary: ERROR_MESSAGES[code],
        isAboutTime: isAboutTime(code),
        alternatives: await listAlternatives(context, request, code),
      },
  };
}

/** The draft as a request, once everything in it is chosen; null before that. */
export function toBookingRequest(instructorId: string, draft: BookingDraft): BookingRequest | null {
  const { offeringId, durationMinutes, startAt, locationType, locationDetail, studentNote } = draft;
  if (!offeringId || durationMinutes === null || startAt === null || !locationType) return null;
  return {
    instructorId,
    offeringId,
    start: { startAt },
    durationMinutes,
    locationType,
    locationDetail: needsDetail(locationType) ? locationDetail || null : null,
    studentNote: studentNote || null,
  };
}

/** The offering of a draft, which the review cannot be shown without. */
export function reviewedOffering(draft: BookingDraft, { offerings }: PublicInstructor): Offering {
  const offering = chosenOffering(draft, offerings);
  if (!offering) throw new Response(null, { status: 404 });
  return offering;
}

/**
 * Why this could not be booked now, as far as it shows without asking the database: the student's own
 * other lessons are looked at when it is booked.
 */
async function findRefusal(
  { services, findActor }: AppLoadContext,
  request: BookingRequest,
): Promise<ErrorCode | null> {
  const actor = await findActor();
  if (actor?.id === request.instructorId) return "self_booking";
  if (actor && !actor.permissions.includes("create_bookings")) return "forbidden";
  const [slot] = await services.availability.checkSlots(request.instructorId, [wanted(request)]);
  return slot?.code ?? null;
}

async function listAlternatives(
  { services }: AppLoadContext,
  request: BookingRequest,
  code: ErrorCode,
) {
  if (code !== "slot_taken") return [];
  return services.availability.listAlternatives(
    request.instructorId,
    wanted(request),
    ALTERNATIVES,
  );
}

function wanted({ start, durationMinutes }: BookingRequest) {
  if (!("startAt" in start)) throw new TypeError("A draft's start is an instant.");
  return { startAt: start.startAt, durationMinutes };
}
