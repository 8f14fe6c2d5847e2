import type { LocationType } from "./catalog.ts";
import {
  instantsOfLocal,
  type LocalDate,
  localDateOf,
  localMinuteOf,
  weekdayOf,
} from "./local-time.ts";

// Written by hand instead of by Intl: the server and every browser must print the same characters.
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "$60", "$67.50", "$1,250". */
export function formatMoney(cents: number): string {
  const dollars = String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = cents % 100;
  return rest === 0 ? `$${dollars}` : `$${dollars}.${String(rest).padStart(2, "0")}`;
}

/** "45 min", "1 h", "1 h 30 min". */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** "9:00 AM"; with the clock's name ("1:30 AM EDT") where that reading happens twice on the day. */
export function formatTime(instant: number, zone: string): string {
  const minute = localMinuteOf(instant, zone);
  const hour = Math.floor(minute / 60);
  const half = hour < 12 ? "AM" : "PM";
  const time = `${hour % 12 || 12}:${String(minute % 60).padStart(2, "0")} ${half}`;
  const isAmbiguous = instantsOfLocal(localDateOf(instant, zone), minute, zone).length > 1;
  return isAmbiguous ? `${time} ${clockName(instant, zone)}` : time;
}

/** "Tue, Dec 1" or, long, "Tuesday, December 1, 2026". */
export function formatDate(date: LocalDate, length: "short" | "long" = "short"): string {
  const { weekday, month, day, year } = partsOfDate(date);
  if (length === "long") return `${weekday}, ${month} ${day}, ${year}`;
  return `${weekday.slice(0, 3)}, ${month.slice(0, 3)} ${day}`;
}

/** The pieces of a date in words: "Tuesday", "December", 1, 2026. */
export function partsOfDate(date: LocalDate) {
  return {
    weekday: WEEKDAYS[weekdayOf(date) - 1] as string,
    month: MONTHS[Number(date.slice(5, 7)) - 1] as string,
    day: Number(date.slice(8)),
    year: Number(date.slice(0, 4)),
  };
}

/** "Tue, Dec 1, 9:00 AM". */
export function formatMoment(instant: number, zone: string): string {
  return `${formatDate(localDateOf(instant, zone))}, ${formatTime(instant, zone)}`;
}

/** "New York time". */
export function zoneLabel(zone: string): string {
  const place = zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
  return place === "UTC" ? "UTC" : `${place} time`;
}

/** "1 instructor", "3 instructors". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

type PlaceReader = "student" | "instructor" | "anyone";

const PLACES: Record<LocationType, string> = {
  online: "Online",
  student_home: "At the student's place",
  instructor_location: "At the instructor's place",
  neutral: "In a public place",
};

/** Whose place each kind is, if it is somebody's. */
const HOSTS: Partial<Record<LocationType, PlaceReader>> = {
  student_home: "student",
  instructor_location: "instructor",
};

/** The kind of place as one of the two people reads it, or as anyone does. */
export function placeLabel(type: LocationType, reader: PlaceReader = "student"): string {
  return HOSTS[type] === reader ? "At your place" : PLACES[type];
}

/** Several kinds as one phrase: "Online, at your place". */
export function placesLabel(types: readonly LocationType[], reader?: PlaceReader): string {
  const phrase = types.map((type) => placeLabel(type, reader)).join(", ");
  return phrase.charAt(0) + phrase.slice(1).replaceAll(/, [A-Z]/g, (start) => start.toLowerCase());
}

/** "beginner" and "all_levels" as words: "Beginner", "All levels". */
export function wordLabel(value: string): string {
  const words = value.replaceAll(/[_-]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function clockName(instant: number, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "short" });
  const names = parts.formatToParts(instant).filter(({ type }) => type === "timeZoneName");
  return names.map(({ value }) => value).join("");
}
