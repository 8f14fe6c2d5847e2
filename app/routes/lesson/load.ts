import type { AppLoadContext } from "@remix-run/cloudflare";
import type { Actor } from "../../../worker/domain/actor.ts";
import type { Booking } from "../../../worker/domain/booking.ts";
import {
  type BookingMove,
  findMoveRefusal,
  listMoves,
  mayDo,
  roleIn,
} from "../../../worker/domain/booking-moves.ts";
import { cancellationFee } from "../../../worker/domain/cancellation.ts";
import { localDateOf, parseLocalDate, parseRfc3339 } from "../../../worker/domain/local-time.ts";
import { MOVE_PATHS } from "../../components/lesson-actions.tsx";
import { ERROR_MESSAGES } from "../../error-messages.ts";
import { loadFreeWeek, neighbouringWeeks } from "../../free-week.ts";
import { isDomainError } from "../../respond.ts";

/** The move that a page of the lesson is about; null for the lesson's own page. Throws 404. */
export function parseMove(path: string | undefined): BookingMove | null {
  if (path === undefined) return null;
  const found = Object.entries(MOVE_PATHS).find(([, one]) => one === path);
  if (!found) throw new Response(null, { status: 404 });
  return found[0] as BookingMove;
}

/** A lesson with all that its reader may see and do now. */
export async function loadLesson(
  context: AppLoadContext,
  actor: Actor,
  id: string,
  asked: { move: BookingMove | null; params: URLSearchParams },
) {
  const { services, now, newId } = context;
  const { lesson, history } = await services.bookings.getWithHistory(actor, id);
  const moves = listMoves(actor, lesson, now);
  return {
    lesson,
    history,
    moves,
    viewer: { id: actor.id, zone: actor.timezone, role: roleIn(lesson, actor.id) },
    mayNote: mayDo(actor, "note", lesson),
    now,
    /** So that a form that is sent twice is answered twice and acts once. */
    key: newId(),
    question: asked.move && (await loadQuestion(context, actor, lesson, asked.move, asked.params)),
  };
}

async function loadQuestion(
  context: AppLoadContext,
  actor: Actor,
  lesson: Booking,
  move: BookingMove,
  params: URLSearchParams,
) {
  const { now } = context;
  const isAllowed = mayDo(actor, move, lesson);
  const code = isAllowed ? findMoveRefusal(lesson, move, now) : "forbidden";
  const by = roleIn(lesson, actor.id);
  return {
    move,
    /** Why it cannot be done. */
    refusal: code && ERROR_MESSAGES[code],
    fee: cancellationFee({ ...lesson, now, by }),
    times: move === "reschedule" && !code ? await loadTimes(context, lesson, params) : null,
  };
}

/** A week of the instructor's free times, the lesson's own included; null where they give no lessons. */
async function loadTimes(
  { services, now }: AppLoadContext,
  lesson: Booking,
  params: URLSearchParams,
) {
  const { instructor, startAt, endAt, timezone, durationMinutes } = lesson;
  const asked = parseRfc3339(params.get("start_at") ?? "");
  const date = parseLocalDate(params.get("date") ?? "");
  const from = date ?? localDateOf(asked ?? startAt, timezone);
  try {
    const own = { start: startAt, end: endAt };
    await services.availability.lookUp(instructor.id);
    const [week, next] = await Promise.all([
      loadFreeWeek(services, instructor.id, from, own),
      services.availability.findNext(instructor.id, durationMinutes),
    ]);
    // The time that the lesson has is no choice.
    const chosenAt = asked === startAt ? null : asked;
    return { week, next, date, chosenAt, weeks: neighbouringWeeks(week, now) };
  } catch (error) {
    if (isDomainError(error) && error.code === "not_found") return null;
    throw error;
  }
}

export type LessonData = Awaited<ReturnType<typeof loadLesson>>;
export type Question = NonNullable<LessonData["question"]>;
export type Times = NonNullable<Question["times"]>;
