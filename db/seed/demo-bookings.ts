import type { AvailabilityInputs } from "../../worker/domain/availability.ts";
import { unbookedHours } from "../../worker/domain/availability.ts";
import type { Interval } from "../../worker/domain/interval.ts";
import { overlaps } from "../../worker/domain/interval.ts";
import type { LocalDate } from "../../worker/domain/local-time.ts";
import { addDays, localDateOf, startOfLocalDay } from "../../worker/domain/local-time.ts";
import { slotStarts } from "../../worker/domain/slot.ts";
import type { Hours } from "./demo-availability.ts";
import type { LessonPlan } from "./demo-lessons.ts";
import { liveLesson } from "./demo-lessons.ts";
import type { DemoContext } from "./demo-people.ts";
import type {
  BookingEventRow,
  BookingRow,
  InstructorRow,
  OfferingRow,
  UserRow,
} from "./demo-rows.ts";
import { getSubject } from "./demo-subjects.ts";
import type { Random } from "./random.ts";

/** All that is needed to book somebody. */
export interface Bookable {
  instructor: InstructorRow;
  offerings: OfferingRow[];
  hours: Hours;
}

interface Diary {
  bookings: BookingRow[];
  bookingEvents: BookingEventRow[];
}

/** Everybody's lessons so far, given and taken, by user id. */
interface Calendar {
  taught: Map<string, Interval[]>;
  taken: Map<string, Interval[]>;
}

type When = "past" | "future";

const DAY_TRIES = 30;
/** So many failures to place a lesson mean that the hours are full. */
const MISSES_IN_A_ROW = 25;
const NEAR_MS = 4 * 86_400_000;
const DAYS_BACK = 180;
const DAYS_AHEAD = 45;

/** Books people with each other, one lesson at a time, so that nobody is in two lessons at once. */
export function createDiary({ random, now }: DemoContext) {
  const calendar: Calendar = { taught: new Map(), taken: new Map() };
  const diary: Diary = { bookings: [], bookingEvents: [] };

  /** Whether a time that suits both was found. */
  function book(teacher: Bookable, student: UserRow, when: When): boolean {
    const plan = planLesson(random, calendar, { teacher, student, when, now });
    if (!plan) return false;
    const { booking, events } = liveLesson(random, plan, now);
    diary.bookings.push(booking);
    diary.bookingEvents.push(...events);
    const lesson = { start: booking.startAt, end: booking.endAt };
    addLesson(calendar.taught, booking.instructorId, lesson);
    addLesson(calendar.taken, booking.studentId, lesson);
    return true;
  }
  return { diary, book };
}

/**
 * Adds `count` lessons between random people; each instructor has a few regular students. Throws
 * RangeError when the instructors' hours cannot hold that many.
 */
export function bookAtRandom(
  { random }: DemoContext,
  book: ReturnType<typeof createDiary>["book"],
  { teachers, students, count }: { teachers: Bookable[]; students: UserRow[]; count: number },
): void {
  const regulars = new Map(teachers.map((teacher) => [teacher, random.sample(students, 3)]));
  let misses = 0;
  for (let booked = 0; booked < count; ) {
    const teacher = random.pick(teachers);
    const circle = random.chance(0.6) ? (regulars.get(teacher) ?? students) : students;
    const when = random.chance(0.7) ? "past" : "future";
    if (book(teacher, random.pick(circle), when)) {
      booked++;
      misses = 0;
    } else if (++misses > MISSES_IN_A_ROW) {
      throw new RangeError("Too many lessons for these people's hours.");
    }
  }
}

function planLesson(
  random: Random,
  calendar: Calendar,
  { teacher, student, when, now }: { teacher: Bookable; student: UserRow; when: When; now: number },
): LessonPlan | null {
  const { instructor } = teacher;
  if (instructor.id === student.id) return null;
  const offering = random.pick(teacher.offerings);
  const durationMinutes = random.pick(offering.durationOptions);
  const today = localDateOf(now, instructor.timezone);
  for (let tries = 0; tries < DAY_TRIES; tries++) {
    const from = addDays(today, chooseDayOffset(random, when));
    const lessons = (of: Map<string, Interval[]>, id: string) => lessonsNear(of, id, from);
    const inputs = toInputs(teacher, {
      taught: lessons(calendar.taught, instructor.id),
      taken: lessons(calendar.taken, instructor.id),
    });
    const busy = [...lessons(calendar.taught, student.id), ...lessons(calendar.taken, student.id)];
    const free = unbookedHours(inputs, { from, to: addDays(from, 1) });
    const starts = slotStarts(free, durationMinutes).filter((start) => {
      const lesson = { start, end: start + durationMinutes * 60_000 };
      const isInTime = when === "past" ? lesson.end <= now : start > now;
      return isInTime && !busy.some((other) => overlaps(other, lesson));
    });
    if (starts.length === 0) continue;
    const { name: serviceName } = getSubject(offering.serviceSlug).service;
    const startAt = random.pick(starts);
    return { instructor, offering, serviceName, studentId: student.id, startAt, durationMinutes };
  }
  return null;
}

/** Days from today: any in the past, rather soon in the future. */
function chooseDayOffset(random: Random, when: When): number {
  if (when === "past") return -random.int(0, DAYS_BACK);
  return Math.min(random.int(0, DAYS_AHEAD), random.int(0, DAYS_AHEAD));
}

/** All that decides when somebody is free, as the availability rules read it. */
export function toInputs(
  { instructor, hours }: Bookable,
  lessons: { taught: Interval[]; taken: Interval[] },
): AvailabilityInputs {
  return {
    ...hours,
    ...lessons,
    timezone: instructor.timezone,
    minimumNoticeMinutes: instructor.minimumNoticeHours * 60,
    bufferMinutes: instructor.bufferMinutes,
  };
}

/** A person's lessons that can matter to a date and the one after it, in any zone. */
function lessonsNear(lessons: Map<string, Interval[]>, id: string, date: LocalDate): Interval[] {
  const midnight = startOfLocalDay(date, "UTC");
  const near = { start: midnight - NEAR_MS, end: midnight + NEAR_MS };
  return (lessons.get(id) ?? []).filter((lesson) => overlaps(lesson, near));
}

function addLesson(lessons: Map<string, Interval[]>, id: string, lesson: Interval): void {
  const known = lessons.get(id);
  if (known) known.push(lesson);
  else lessons.set(id, [lesson]);
}
