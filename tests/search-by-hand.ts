import { query } from "./database.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Lessons, buffers and hours all begin and end on five minutes. */
const CELL_MINUTES = 5;
const CELL_MS = CELL_MINUTES * MINUTE_MS;
const CELLS_PER_QUARTER = 3;

interface Offering {
  id: string;
  service: string;
  category: string;
  rate: number;
  durations: number[];
  places: string[];
  levels: string[];
  audiences: string[];
}

/** A moment on a quarter of an hour, how it reads on the instructor's wall, and for how long they are free. */
interface Start {
  at: number;
  date: string;
  minute: number;
  weekday: number;
  freeMinutes: number;
}

export interface Teacher {
  id: string;
  areas: { slug: string; borough: string | null }[];
  offerings: Offering[];
  today: string;
  starts: Start[];
}

/** The `parsed` of an answer. */
export interface Wanted {
  services: string[];
  category: string | null;
  price: { min_cents: number | null; max_cents: number | null };
  dates: { from: string; to: string } | null;
  weekdays: number[] | null;
  time: { from: string | null; to: string | null } | null;
  areas: string[];
  mode: "online" | "in_person" | null;
  level: string | null;
  audience: string | null;
}

/** The cheapest offering that satisfies everything, and when; null when none does. */
export function findByHand(teacher: Teacher, wanted: Wanted) {
  const isNear = (want: string) =>
    teacher.areas.some(({ slug, borough }) => slug === want || borough === want) ||
    teacher.areas.some(({ slug }) => boroughs.get(want) === slug);
  if (wanted.areas.length > 0 && !wanted.areas.some(isNear)) return null;
  const asksWhen = wanted.dates !== null || wanted.weekdays !== null || wanted.time !== null;
  const fitting = teacher.offerings
    .filter((offering) => suits(offering, wanted))
    .map((offering) => ({
      offering,
      startAt: asksWhen ? firstStart(teacher, offering, wanted) : 0,
    }))
    .filter(({ startAt }) => startAt !== null);
  if (fitting.length === 0) return null;
  const rate = Math.min(...fitting.map(({ offering }) => offering.rate));
  return { rate, fitting: fitting.filter(({ offering }) => offering.rate === rate), asksWhen };
}

function suits(offering: Offering, wanted: Wanted): boolean {
  const { services, category, price, mode, level, audience } = wanted;
  const isSubject = services.length
    ? services.includes(offering.service)
    : category === null || offering.category === category;
  const isOnline = offering.places.includes("online");
  const isElsewhere = offering.places.some((place) => place !== "online");
  return (
    isSubject &&
    offering.rate >= (price.min_cents ?? 0) &&
    offering.rate <= (price.max_cents ?? 1e9) &&
    (mode === null || (mode === "online" ? isOnline : isElsewhere)) &&
    (level === null || offering.levels.length === 0 || offering.levels.includes(level)) &&
    (audience === null || offering.audiences.length === 0 || offering.audiences.includes(audience))
  );
}

function firstStart({ starts, today }: Teacher, { durations }: Offering, wanted: Wanted) {
  const minutes = Math.min(...durations);
  const days = wanted.dates ? 90 : 30;
  const last = new Date(Date.parse(today) + (days - 1) * DAY_MS).toISOString().slice(0, 10);
  const from = minuteOf(wanted.time?.from ?? "00:00");
  const to = minuteOf(wanted.time?.to ?? "24:00");
  const found = starts.find(
    ({ date, minute, weekday, freeMinutes }) =>
      freeMinutes >= minutes &&
      date <= last &&
      (!wanted.dates || (wanted.dates.from <= date && date <= wanted.dates.to)) &&
      (!wanted.weekdays || wanted.weekdays.includes(weekday)) &&
      minute >= from &&
      minute < to &&
      (!wanted.time?.to || minute + minutes <= to),
  );
  return found?.at ?? null;
}

function minuteOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

const boroughs = new Map<string, string | null>();

/** Everybody who may be found, straight from the rows of the database. */
export async function loadTeachers(now: number): Promise<Teacher[]> {
  const [people, areas, served, offerings, hours, blackouts, lessons] = await Promise.all([
    query<Row>(
      "SELECT i.* FROM instructors AS i JOIN users AS u USING (id) WHERE u.status = 'active'",
    ),
    query<Row>("SELECT * FROM areas"),
    query<Row>("SELECT * FROM instructor_areas"),
    query<Row>(
      "SELECT o.*, s.category_slug FROM offerings AS o JOIN services AS s ON s.slug = o.service_slug WHERE o.is_active = 1",
    ),
    query<Row>("SELECT * FROM availability_hours"),
    query<Row>("SELECT * FROM blackouts"),
    query<Row>("SELECT * FROM bookings WHERE status = 'confirmed' AND end_at > ?", now - DAY_MS),
  ]);
  for (const area of areas) boroughs.set(area.slug, area.borough_slug);
  const of = (rows: Row[], id: string) => rows.filter((row) => row.instructor_id === id);
  return people.map((person) => ({
    id: person.id,
    areas: of(served, person.id).map(({ area_slug }) => ({
      slug: area_slug,
      borough: boroughs.get(area_slug) ?? null,
    })),
    offerings: of(offerings, person.id).map(toOffering),
    today: readWall(person.timezone, now, 1)[0]?.date ?? "",
    starts: listStarts(person, now, {
      hours: of(hours, person.id),
      blackouts: of(blackouts, person.id),
      lessons: lessons.filter((it) => [it.instructor_id, it.student_id].includes(person.id)),
    }),
  }));
}

// biome-ignore lint/suspicious/noExplicitAny: rows as the database has them
type Row = Record<string, any>;

function toOffering(row: Row): Offering {
  return {
    id: row.id,
    service: row.service_slug,
    category: row.category_slug,
    rate: row.hourly_rate_cents,
    durations: JSON.parse(row.duration_options),
    places: JSON.parse(row.location_types),
    levels: JSON.parse(row.levels),
    audiences: JSON.parse(row.audiences),
  };
}

/** The next 92 days in quarters of an hour, each with the free minutes that follow it. */
function listStarts(
  person: Row,
  now: number,
  { hours, blackouts, lessons }: Record<"hours" | "blackouts" | "lessons", Row[]>,
): Start[] {
  const earliest = now + person.minimum_notice_hours * 60 * MINUTE_MS;
  const wall = readWall(person.timezone, now, 92 * 96);
  const datesWithHours = new Set(hours.flatMap(({ date }) => date ?? []));
  const isTaught = ({ date, minute, weekday }: Omit<Start, "freeMinutes">) =>
    !blackouts.some(({ start_on, end_on }) => start_on <= date && date <= end_on) &&
    hours.some(
      (row) =>
        (datesWithHours.has(date) ? row.date === date : row.weekday === weekday) &&
        row.start_minute <= minute &&
        minute < row.end_minute,
    );
  const isBusy = (at: number) =>
    lessons.some(({ instructor_id, start_at, end_at }) => {
      const buffer = instructor_id === person.id ? person.buffer_minutes * MINUTE_MS : 0;
      return start_at - buffer < at + CELL_MS && at < end_at + buffer;
    });
  let free = 0;
  const backwards = wall.toReversed().map((quarter) => {
    const canTeach = quarter.at >= earliest && isTaught(quarter);
    for (let cell = CELLS_PER_QUARTER - 1; cell >= 0; cell -= 1) {
      free = canTeach && !isBusy(quarter.at + cell * CELL_MS) ? free + CELL_MINUTES : 0;
    }
    return { ...quarter, freeMinutes: free };
  });
  return backwards.toReversed().filter(({ freeMinutes }) => freeMinutes > 0);
}

const walls = new Map<string, Omit<Start, "freeMinutes">[]>();

/** What the clock on the wall says at each of so many quarters of an hour. */
function readWall(timezone: string, now: number, count: number) {
  const key = `${timezone} ${now} ${count}`;
  const known = walls.get(key);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: timezone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const first = Math.floor(now / (15 * MINUTE_MS)) * 15 * MINUTE_MS;
  const wall = Array.from({ length: count }, (_, index) => {
    const at = first + index * 15 * MINUTE_MS;
    const [date = "", time = ""] = clock.format(at).split(" ");
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
    return { at, date, minute: minuteOf(time), weekday };
  });
  walls.set(key, wall);
  return wall;
}
