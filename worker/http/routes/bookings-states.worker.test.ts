import fc from "fast-check";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import {
  createAdmin,
  createBooking,
  createInstructor,
  createStudent,
  everyDay,
} from "../../../tests/factories.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const BORN = Date.parse("2026-12-01T00:00:00Z");
const FIRST_START = Date.parse("2026-12-04T15:00:00Z");

type Who = "student" | "instructor" | "admin";
type Move = "cancel" | "reschedule" | "complete" | "no-show";

const BOUNDARIES = {
  lastMove: ({ start }: Model) => start - 12 * HOUR_MS,
  start: ({ start }: Model) => start,
  noShowFrom: ({ start }: Model) => start + 15 * MINUTE_MS,
  end: ({ start }: Model) => start + HOUR_MS,
  noShowUntil: ({ start }: Model) => start + 25 * HOUR_MS,
  corrected: ({ recordedAt }: Model) => recordedAt + 24 * HOUR_MS,
};

interface Step {
  who: Who;
  move: Move;
  /** Around which boundary of the lesson it is tried. The clock only ever goes on. */
  boundary: keyof typeof BOUNDARIES;
  ms: number;
}

const steps = fc.array(
  fc.record<Step>({
    who: fc.constantFrom<Who>("student", "instructor", "instructor", "admin"),
    move: fc.constantFrom<Move>(
      "cancel",
      "reschedule",
      "complete",
      "complete",
      "no-show",
      "no-show",
    ),
    boundary: fc.constantFrom(...(Object.keys(BOUNDARIES) as (keyof typeof BOUNDARIES)[])),
    ms: fc.oneof(fc.integer({ min: -1, max: 1 }), fc.integer({ min: -HOUR_MS, max: HOUR_MS })),
  }),
  { minLength: 3, maxLength: 8 },
);

/** The lesson as the rules have it, told a second time. */
interface Model {
  status: string;
  start: number;
  recordedAt: number;
}

/** The code that the move gets, "ok" for one that is made; changes the model accordingly. */
function expected(lesson: Model, { who, move }: Step, now: number): string {
  const end = lesson.start + HOUR_MS;
  const allowed: Record<Move, Who[]> = {
    cancel: ["student", "instructor", "admin"],
    reschedule: ["student", "instructor"],
    complete: ["instructor"],
    "no-show": ["instructor"],
  };
  if (!allowed[move].includes(who)) return "forbidden";
  const isCorrection = move === "complete" && lesson.status === "no_show";
  if (lesson.status !== "confirmed" && !isCorrection) return "invalid_state";
  const [from, until] = {
    cancel: [-Infinity, lesson.start - 1],
    reschedule: [-Infinity, lesson.start - 12 * HOUR_MS],
    complete: [end, isCorrection ? lesson.recordedAt + 24 * HOUR_MS : Infinity],
    "no-show": [lesson.start + 15 * MINUTE_MS, end + 24 * HOUR_MS],
  }[move] as [number, number];
  if (now < from) return "too_early";
  if (now > until) return "too_late";
  if (move === "cancel") lesson.status = "cancelled";
  if (move === "reschedule") lesson.start += 24 * HOUR_MS;
  if (move === "complete") lesson.status = "completed";
  if (move === "no-show") Object.assign(lesson, { status: "no_show", recordedAt: now });
  return "ok";
}

test("whatever is tried by whom and when, a lesson makes the moves of the rules and no other", {
  timeout: 180_000,
}, async () => {
  const weekly = everyDay("00:00-24:00");
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(steps, async (tried) => {
      const people = {
        instructor: await createInstructor({ weekly }),
        student: await createStudent(),
        admin: await createAdmin(),
      };
      const startAt = new Date(FIRST_START).toISOString();
      const id = await createBooking({ ...people, startAt });
      const api = createTestApi({ now: BORN });
      const lesson: Model = { status: "confirmed", start: FIRST_START, recordedAt: 0 };
      let made = 0;
      for (const step of tried) {
        const wanted = BOUNDARIES[step.boundary](lesson) + step.ms;
        api.clock.now = Math.max(api.clock.now, wanted);
        const start_at = new Date(lesson.start + 24 * HOUR_MS).toISOString();
        const bodies = { cancel: { reason: "x" }, reschedule: { start_at } };
        const body = step.move in bodies ? bodies[step.move as "cancel"] : undefined;
        const { status, json } = await api.send(`/api/bookings/${id}/${step.move}`, {
          ...{ method: "POST", as: people[step.who] },
          ...(body && { body }),
        });
        const code = expected(lesson, step, api.clock.now);
        expect([step.move, status === 200 ? "ok" : json.code]).toEqual([step.move, code]);
        met.add(`${step.move} ${code}`);
        if (code === "ok") made += 1;
        expect(
          await query("SELECT status, start_at AS start FROM bookings WHERE id = ?", id),
        ).toEqual([{ status: lesson.status, start: lesson.start }]);
      }
      expect(await query("SELECT id FROM booking_events WHERE booking_id = ?", id)).toHaveLength(
        made,
      );
    }),
    { seed: 2026, numRuns: 200 },
  );
  for (const move of ["cancel", "reschedule", "complete", "no-show"]) {
    for (const code of ["ok", "invalid_state", "too_late"]) {
      expect(met).toContain(`${move} ${code}`);
    }
  }
});
