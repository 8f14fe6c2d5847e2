import { toHex } from "../../../worker/domain/hex.ts";
import type { LocalDate } from "../../../worker/domain/local-time.ts";
import {
  addDays,
  firstInstantOfLocal,
  localDateOf,
  weekdayOf,
} from "../../../worker/domain/local-time.ts";
import { boroughOfPlace, type Device } from "../../../worker/domain/visitor.ts";
import searchesJson from "../data/searches.json" with { type: "json" };
import { HOME_ZONE } from "../demo-instructors.ts";
import type { DemoContext } from "../demo-people.ts";
import type { BookingRow, OfferingRow, SearchEventRow, UserRow } from "../demo-rows.ts";
import { choosePopular, pickPopular } from "../demo-subjects.ts";
import type { Random } from "../random.ts";

/** Whoever searches, as far as a search tells of them. */
export type Searcher = Pick<
  SearchEventRow,
  "userId" | "guestId" | "device" | "country" | "region" | "city" | "borough"
>;

/** A search that somebody is going to make. */
export interface Planned {
  at: number;
  searcher: Searcher;
  ipHash: string;
  referrer: string | null;
  /** Slug of what they are after. */
  service: string;
  /** The lesson that they book after it. */
  booking: BookingRow | null;
}

/** People of whom the demo knows who they are, and lessons with what is taught in them. */
export interface People {
  students: readonly UserRow[];
  bookings: readonly BookingRow[];
  offerings: readonly OfferingRow[];
}

const MINUTE_MS = 60_000;
/** New York dates that searches fall on, today included. */
const DAYS = 30;
/** Every visit is over by now. */
const LONGEST_VISIT_MS = 30 * MINUTE_MS;
/** Of all searches, so many lead to a lesson. */
const BOOKED_SHARE = 0.06;
const SEARCHES_PER_GUEST = 3;
const { weekdays, devices, places, referrers } = searchesJson;
/** Each hour of the day as often as it is somebody's. */
const HOURS = searchesJson.hours.flatMap((share, hour) => Array<number>(share).fill(hour));

/** At least `count` searches in order of time: visits before lessons were booked, and others. */
export function planSearches(context: DemoContext, people: People, count: number): Planned[] {
  const { random } = context;
  const members = new Map(people.students.map(({ id }) => [id, createSearcher(random, id)]));
  const guests = Array.from({ length: Math.ceil(count / SEARCHES_PER_GUEST) }, () =>
    createSearcher(random, null),
  );
  const planned = planBooked(context, people, members, Math.round(count * BOOKED_SHARE));
  const dates = listDates(context);
  while (planned.length < count) {
    const searcher = random.pick(random.chance(0.35) ? [...members.values()] : guests);
    const at = chooseInstant(context, dates);
    if (at === null) continue;
    planned.push(...planVisit(random, { searcher, at, service: choosePopular(random) }));
  }
  return planned.sort((a, b) => a.at - b.at);
}

/** Visits of students who then booked one of the newest lessons. */
function planBooked(
  { random, now }: DemoContext,
  { bookings, offerings }: People,
  members: ReadonlyMap<string, Searcher>,
  count: number,
): Planned[] {
  const serviceOf = new Map(offerings.map(({ id, serviceSlug }) => [id, serviceSlug]));
  const isNew = ({ createdAt }: BookingRow) => now - createdAt < (DAYS - 1) * 24 * 60 * MINUTE_MS;
  return random.sample(bookings.filter(isNew), count).flatMap((booking) => {
    const searcher = members.get(booking.studentId);
    const service = serviceOf.get(booking.offeringId);
    if (!searcher || !service) return [];
    const at = booking.createdAt - random.int(8 * MINUTE_MS, LONGEST_VISIT_MS);
    const visit = planVisit(random, { searcher, at, service });
    return visit.map((one, i) => (i === visit.length - 1 ? { ...one, booking } : one));
  });
}

/** One to three searches from one place, a minute or two apart. */
function planVisit(
  random: Random,
  { searcher, at, service }: Pick<Planned, "searcher" | "at" | "service">,
): Planned[] {
  const ipHash = toHex(random.bytes(16));
  const referrer = random.chance(0.3) ? pickPopular(random, referrers) : null;
  return Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, (_, i) => ({
    searcher,
    at: at + i * random.int(20_000, 3 * MINUTE_MS),
    ipHash,
    // Only who comes from elsewhere was led here.
    referrer: i === 0 ? referrer : null,
    service: random.chance(0.8) ? service : choosePopular(random),
    booking: null,
  }));
}

function createSearcher(random: Random, userId: string | null): Searcher {
  const { city, region, regionCode } = pickPopular(random, places);
  return {
    userId,
    guestId: userId === null ? toHex(random.bytes(32)) : null,
    device: pickPopular(random, devices) satisfies string as Device,
    country: "US",
    region,
    city,
    borough: boroughOfPlace({ regionCode, city }),
  };
}

/** The last dates, each as often as its weekday is popular, and more often the newer it is. */
function listDates({ now }: DemoContext): LocalDate[] {
  const today = localDateOf(now, HOME_ZONE);
  return Array.from({ length: DAYS }, (_, ago) => addDays(today, -ago)).flatMap((date, ago) =>
    Array<LocalDate>(
      Math.round((weekdays[weekdayOf(date) - 1] ?? 0) * (1 + (DAYS - ago) / 60)),
    ).fill(date),
  );
}

/** Null for a moment that there was not, or that is still to come. */
function chooseInstant({ random, now }: DemoContext, dates: readonly LocalDate[]): number | null {
  const minute = random.pick(HOURS) * 60 + random.int(0, 59);
  const start = firstInstantOfLocal(random.pick(dates), minute, HOME_ZONE);
  const at = start === null ? now : start + random.int(0, MINUTE_MS - 1);
  return at < now - LONGEST_VISIT_MS ? at : null;
}
