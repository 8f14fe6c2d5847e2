import { localDateOf } from "../../worker/domain/local-time.ts";
import {
  createDemoHours,
  createHours,
  toAvailabilityRows,
  toBlackoutRows,
} from "./demo-availability.ts";
import type { Bookable } from "./demo-bookings.ts";
import { bookAtRandom, createDiary } from "./demo-bookings.ts";
import type { Teaching } from "./demo-instructors.ts";
import { chooseZone, createDemoTeaching, createTeaching, HOME_ZONE } from "./demo-instructors.ts";
import type { DemoContext } from "./demo-people.ts";
import {
  ADMIN_NAME,
  createNamer,
  createUser,
  INSTRUCTOR_NAME,
  STUDENT_NAME,
  toRoleRows,
} from "./demo-people.ts";
import type { DemoRows, SearchRows, UserRow } from "./demo-rows.ts";
import { createSubjectChooser } from "./demo-subjects.ts";
import { createRandom } from "./random.ts";
import { searchAtRandom } from "./searches/searches.ts";

/** The accounts that the demo always has; all demo people share the password. */
export const DEMO_PASSWORD = "correct-horse-demo";
export const DEMO_EMAILS = {
  admin: "admin@demo.test",
  instructor: "instructor@demo.test",
  student: "student@demo.test",
} as const;

export interface DemoOptions {
  seed: number;
  /** Epoch ms; lessons before it are past. */
  now: number;
  /** Hash of everybody's password. */
  passwordHash: string;
  /** The demo instructor included. */
  instructors?: number;
  /** The demo student included. */
  students?: number;
  /** Lessons besides the few dozen of the demo accounts. */
  bookings?: number;
  /** Of the last 30 days, or a few more. */
  searches?: number;
}

type Bookings = Pick<DemoRows, "bookings" | "bookingEvents">;

interface InstructorPeople {
  users: UserRow[];
  bookables: (Teaching & Bookable)[];
}

interface Market extends InstructorPeople {
  admin: UserRow;
  /** The demo student first. */
  learners: UserRow[];
  diary: Bookings;
}

/** A lively marketplace, the same one for the same options. See `bookAtRandom` for what it throws. */
export function generateDemo(options: DemoOptions): DemoRows {
  const { seed, now, passwordHash, searches = 2000 } = options;
  const context: DemoContext = { random: createRandom(seed), now, passwordHash };
  const market = createMarket(context, options);
  const rows = toRows(context, market);
  const { learners: students, bookables: teachers, diary } = market;
  // Last, so that everything else is the same with and without searches.
  const searched = searchAtRandom(context, { students, teachers, ...diary }, searches);
  return { ...rows, ...searched };
}

function createMarket(context: DemoContext, options: DemoOptions): Market {
  const { instructors = 200, students = 100, bookings = 1450 } = options;
  const nextName = createNamer(context.random);
  const admin = createUser(context, ADMIN_NAME, HOME_ZONE);
  const learners = [
    createUser(context, STUDENT_NAME, HOME_ZONE),
    ...Array.from({ length: students - 1 }, () => createUser(context, nextName(), HOME_ZONE)),
  ];
  const teaching = createInstructors(context, instructors, nextName);
  const diary = fillDiary(context, { learners, ...teaching }, bookings);
  return { admin, learners, ...teaching, diary };
}

function toRows({ random }: DemoContext, market: Market): Omit<DemoRows, keyof SearchRows> {
  const { admin, learners, users, bookables, diary } = market;
  return {
    users: [admin, ...learners, ...users],
    userRoles: [
      ...toRoleRows(admin, ["admin"]),
      ...learners.flatMap((user) => toRoleRows(user, ["student"])),
      // Whoever teaches signed up as a student first, and may still take lessons.
      ...users.flatMap((user) => toRoleRows(user, ["student", "instructor"])),
    ],
    instructors: bookables.map(({ instructor }) => instructor),
    instructorAreas: bookables.flatMap(({ areas }) => areas),
    offerings: bookables.flatMap(({ offerings }) => offerings),
    availabilityHours: bookables.flatMap(({ instructor, hours }) =>
      toAvailabilityRows(instructor.id, hours),
    ),
    blackouts: bookables.flatMap(({ instructor, hours }) =>
      toBlackoutRows(random, instructor.id, hours, instructor.createdAt),
    ),
    ...diary,
  };
}

/** The demo instructor first, then invented ones. */
function createInstructors(
  context: DemoContext,
  count: number,
  nextName: ReturnType<typeof createNamer>,
): InstructorPeople {
  const { random, now } = context;
  const chooseSubjects = createSubjectChooser(random);
  const demoUser = createUser(context, INSTRUCTOR_NAME, HOME_ZONE);
  const demoTeaching = createDemoTeaching(random, demoUser);
  const demoHours = createDemoHours(localDateOf(now, HOME_ZONE));
  const people: InstructorPeople = {
    users: [demoUser],
    bookables: [{ ...demoTeaching, hours: demoHours }],
  };
  for (let i = 1; i < count; i++) {
    const subjects = chooseSubjects();
    const user = createUser(context, nextName(), chooseZone(random, subjects));
    const teaching = createTeaching(random, user, subjects);
    const hours = createHours(random, localDateOf(now, user.timezone));
    people.users.push(user);
    people.bookables.push({ ...teaching, hours });
  }
  return people;
}

function fillDiary(
  context: DemoContext,
  { learners, users, bookables }: InstructorPeople & { learners: UserRow[] },
  bookings: number,
): Bookings {
  const { random } = context;
  const { diary, book } = createDiary(context);
  const [student, ...others] = learners as [UserRow, ...UserRow[]];
  const [demo, ...rest] = bookables as Bookable[] as [Bookable, ...Bookable[]];
  const favourites = [demo, ...random.sample(rest, 3)];
  for (const teacher of favourites) {
    for (let i = 0; i < 3; i++) book(teacher, student, "past");
    book(teacher, student, "future");
  }
  for (const learner of random.sample(others, 12)) {
    for (let i = 0; i < 2; i++) book(demo, learner, "past");
    if (random.chance(0.5)) book(demo, learner, "future");
  }
  // Some instructors take lessons themselves.
  const students = [...others, ...random.sample(users.slice(1), Math.floor(others.length / 10))];
  bookAtRandom(context, book, { teachers: rest, students, count: bookings });
  return diary;
}
