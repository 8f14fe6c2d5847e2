import type { LocationType, Offering, PublicInstructor } from "../../../worker/domain/catalog.ts";
import type { Interval } from "../../../worker/domain/interval.ts";
import type { Listing } from "../../../worker/domain/search-match.ts";
import { type Bookable, toInputs } from "../demo-bookings.ts";
import type { Teaching } from "../demo-instructors.ts";
import type { BookingRow, OfferingRow } from "../demo-rows.ts";
import { getSubject } from "../demo-subjects.ts";
import { areas } from "../facts.ts";

const areaOf = new Map(areas.map((area) => [area.slug, area]));

/** Everybody who teaches as search knows them, with all lessons that were not cancelled. */
export function toListings(
  teachers: readonly (Teaching & Bookable)[],
  bookings: readonly BookingRow[],
): Listing[] {
  const live = bookings.filter(({ status }) => status !== "cancelled");
  const taughtBy = Map.groupBy(live, ({ instructorId }) => instructorId);
  const takenBy = Map.groupBy(live, ({ studentId }) => studentId);
  return teachers.map((teacher) => {
    const { id } = teacher.instructor;
    const taught = (taughtBy.get(id) ?? []).map(toInterval);
    const taken = (takenBy.get(id) ?? []).map(toInterval);
    return { profile: toProfile(teacher), inputs: toInputs(teacher, { taught, taken }) };
  });
}

function toInterval({ startAt, endAt }: BookingRow): Interval {
  return { start: startAt, end: endAt };
}

/** Without a name, which search does not look at. */
function toProfile({ instructor, areas: served, offerings }: Teaching): PublicInstructor {
  const { id, bio, yearsExperience, timezone, minimumNoticeHours, bufferMinutes } = instructor;
  return {
    id,
    displayName: "",
    bio,
    yearsExperience,
    timezone,
    minimumNoticeHours,
    bufferMinutes,
    areas: served.flatMap(({ areaSlug }) => areaOf.get(areaSlug) ?? []),
    offerings: offerings.map(toOffering),
  };
}

function toOffering({ serviceSlug, ...offering }: OfferingRow): Offering {
  const { slug, name, category } = getSubject(serviceSlug).service;
  const locationTypes = offering.locationTypes as LocationType[];
  return { ...offering, locationTypes, service: { slug, name, category } };
}
