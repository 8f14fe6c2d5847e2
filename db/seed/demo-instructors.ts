import type { Area, LocationType } from "../../worker/domain/catalog.ts";
import { LOCATION_TYPES } from "../../worker/domain/catalog.ts";
import { toId } from "../../worker/domain/id.ts";
import { fillIn, writeBio } from "./demo-bio.ts";
import type { InstructorAreaRow, InstructorRow, OfferingRow, UserRow } from "./demo-rows.ts";
import type { Subject } from "./demo-subjects.ts";
import { getSubject } from "./demo-subjects.ts";
import { areas } from "./facts.ts";
import type { Random } from "./random.ts";

export interface Teaching {
  instructor: InstructorRow;
  areas: InstructorAreaRow[];
  offerings: OfferingRow[];
}

export const HOME_ZONE = "America/New_York";
const REMOTE_CITIES = new Map([
  ["America/Los_Angeles", "Los Angeles"],
  ["America/Chicago", "Chicago"],
  ["Europe/London", "London"],
]);
/** How often a service that works online is offered online, in percent, by category. */
const ONLINE_PERCENT: Record<string, number> = { tutoring: 80, language: 85, music: 65, arts: 45 };

/** Most people teach where they live; some who can teach everything online live elsewhere. */
export function chooseZone(random: Random, subjects: Subject[]): string {
  const canBeRemote = subjects.every(({ service }) => service.onlineCapable);
  return canBeRemote && random.chance(0.08) ? random.pick([...REMOTE_CITIES.keys()]) : HOME_ZONE;
}

/** The profile and priced offerings of somebody who teaches these subjects, the first above all. */
export function createTeaching(
  random: Random,
  user: UserRow,
  subjects: [Subject, ...Subject[]],
): Teaching {
  const remoteCity = REMOTE_CITIES.get(user.timezone) ?? null;
  const yearsExperience = random.chance(0.08) ? random.int(0, 1) : random.int(2, 34);
  const served = remoteCity ? random.sample(areas, 1) : chooseAreas(random);
  const ambition = (random.int(0, 60) + yearsExperience) / 100;
  const offerings = subjects.map((subject) =>
    createOffering(random, user, subject, { ambition, onlineOnly: remoteCity !== null }),
  );
  const comesToStudents = offerings.some((offering) =>
    offering.locationTypes.includes("student_home"),
  );
  const bio = writeBio(random, {
    subjects,
    yearsExperience,
    remoteCity,
    areas: served,
    comesToStudents,
  });
  return {
    instructor: {
      id: user.id,
      bio,
      yearsExperience,
      timezone: user.timezone,
      minimumNoticeHours: random.pick([0, 1, 2, 2, 2, 2, 4, 6, 12, 24, 48]),
      bufferMinutes: random.pick([0, 0, 0, 0, 10, 15, 15, 30]),
      availabilityVersion: 1,
      createdAt: user.createdAt,
      updatedAt: user.createdAt,
    },
    areas: toAreaRows(user, served),
    offerings,
  };
}

/** The fixed, rich profile of the demo instructor. */
export function createDemoTeaching(random: Random, user: UserRow): Teaching {
  const subjects = ["piano", "keyboard", "music-theory", "songwriting"].map(getSubject);
  const choice = { ambition: 0.5, onlineOnly: false };
  const offerings = subjects.map((subject) => createOffering(random, user, subject, choice));
  const [piano, ...others] = offerings as [OfferingRow, ...OfferingRow[]];
  const served = ["manhattan", "park-slope", "williamsburg", "astoria"];
  const base = createTeaching(random, user, [getSubject("piano")]);
  return {
    instructor: {
      ...base.instructor,
      bio: "I have taught piano for 14 years, to four-year-olds on a stack of cushions and to a retired judge who now plays Schubert. I studied performance at a conservatory and accompany a dance school twice a week. Lessons start from a piece you love and take the technique from there, with a written plan for ten minutes of practice a day. I also teach keyboard, music theory and songwriting, online, at my studio near Union Square or at your own instrument.",
      yearsExperience: 14,
      minimumNoticeHours: 2,
      bufferMinutes: 15,
    },
    areas: toAreaRows(
      user,
      areas.filter(({ slug }) => served.includes(slug)),
    ),
    offerings: [
      {
        ...piano,
        hourlyRateCents: 8500,
        durationOptions: [30, 45, 60, 90],
        locationTypes: ["online", "student_home", "instructor_location"],
        levels: ["beginner", "intermediate", "advanced"],
        audiences: ["kids", "teens", "adults", "seniors"],
      },
      ...others,
    ],
  };
}

function createOffering(
  random: Random,
  user: UserRow,
  subject: Subject,
  { ambition, onlineOnly }: { ambition: number; onlineOnly: boolean },
): OfferingRow {
  const { kind, service, spoken } = subject;
  return {
    id: toId(random.bytes(16)),
    instructorId: user.id,
    serviceSlug: service.slug,
    hourlyRateCents: chooseRateCents(random, kind.rate, ambition),
    durationOptions: random.pick(kind.durations),
    locationTypes: onlineOnly ? ["online"] : chooseLocations(random, subject),
    levels: random.pick(kind.levels),
    audiences: random.pick(kind.audiences),
    description: fillIn(random.pick(kind.lesson), spoken),
    isActive: true,
    createdAt: user.createdAt,
    updatedAt: user.createdAt,
  };
}

/** Whole dollars, mostly in fives, sometimes with fifty cents. `ambition` is 0 to 1 of the range. */
function chooseRateCents(random: Random, [low = 0, high = 0]: number[], ambition: number): number {
  const dollars = Math.round(low + (high - low) * Math.min(1, ambition) + random.int(-4, 4));
  const within = Math.max(low, Math.min(high, dollars));
  if (random.chance(0.6)) return Math.round(within / 5) * 500;
  return random.chance(0.2) ? within * 100 + 50 : within * 100;
}

function chooseLocations(random: Random, { kind, service }: Subject): LocationType[] {
  const online =
    service.onlineCapable && random.chance((ONLINE_PERCENT[service.category] ?? 30) / 100);
  const onlyOnline = online && random.chance(0.15);
  const places = onlyOnline ? [] : random.sample(kind.places, random.int(1, kind.places.length));
  return LOCATION_TYPES.filter((type) => (type === "online" ? online : places.includes(type)));
}

/** A whole borough or two, or neighbourhoods of one with perhaps some of a second. */
function chooseAreas(random: Random): Area[] {
  const boroughs = [
    "manhattan",
    "manhattan",
    "brooklyn",
    "brooklyn",
    "queens",
    "bronx",
    "staten-island",
  ];
  const home = random.pick(boroughs);
  const second = random.pick(boroughs);
  if (random.chance(0.3)) {
    const whole = new Set(random.chance(0.4) ? [home, second] : [home]);
    return areas.filter(({ slug }) => whole.has(slug));
  }
  const inBorough = (borough: string) => areas.filter(({ boroughSlug }) => boroughSlug === borough);
  const near = random.sample(inBorough(home), random.int(1, 7));
  const far =
    second !== home && random.chance(0.4) ? random.sample(inBorough(second), random.int(1, 3)) : [];
  return [...near, ...far];
}

function toAreaRows({ id }: UserRow, served: Area[]): InstructorAreaRow[] {
  return served.map(({ slug }) => ({ instructorId: id, areaSlug: slug }));
}
