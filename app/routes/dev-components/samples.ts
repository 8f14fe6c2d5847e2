import type { Booking, BookingStatus } from "../../../worker/domain/booking.ts";
import type { Offering } from "../../../worker/domain/catalog.ts";
import type { FormError } from "../../forms.ts";
import type { FreeDay } from "../../free-days.ts";

export const ZONE = "America/New_York";
const HOUR_MS = 3_600_000;

/** Noon of a Monday, by that zone. */
export const NOON = Date.UTC(2026, 6, 6, 16);

/** As long as a name can be. */
export const LONG_NAME = "Maximiliane-Theodora Featherstonehaugh-Cholmondeley";

export const FORM_ERROR: FormError = {
  code: "validation_failed",
  status: 422,
  summary: "Please look at the marked fields.",
  fields: [
    { name: "wrong", message: "Enter an e-mail address like name@example.com." },
    { name: "wrong-text", message: "Use at most 500 characters." },
    { name: "wrong-choice", message: "Choose one of the list." },
  ],
  alternatives: [],
};

export function sampleLesson(status: BookingStatus, more: Partial<Booking> = {}): Booking {
  return {
    id: status,
    status,
    instructor: { id: "instructor", displayName: "Sarah C." },
    student: { id: "student", displayName: "Wren O." },
    offeringId: "offering",
    serviceName: "Piano",
    startAt: NOON,
    endAt: NOON + HOUR_MS,
    timezone: ZONE,
    durationMinutes: 60,
    hourlyRateCents: 8000,
    priceCents: 8000,
    locationType: "online",
    locationDetail: null,
    studentNote: "I have never played before.",
    instructorNote: null,
    cancellation: null,
    createdAt: NOON,
    updatedAt: NOON,
    noShowAt: null,
    sequence: 0,
    version: "1",
    ...more,
  };
}

export const OFFERINGS: Offering[] = [
  {
    id: "piano",
    service: { slug: "piano", name: "Piano", category: "music" },
    hourlyRateCents: 8000,
    durationOptions: [30, 45, 60, 90],
    locationTypes: ["online", "student_home"],
    levels: ["beginner", "advanced"],
    audiences: ["kids", "adults"],
    description: "From the first note to the recital.",
  },
  {
    id: "bare",
    service: { slug: "music-theory", name: "Music Theory", category: "music" },
    hourlyRateCents: 12_550,
    durationOptions: [240],
    locationTypes: ["online"],
    levels: [],
    audiences: [],
    description: "",
  },
];

/** A day with much, one with little, days with nothing, and starts that are too short. */
export const DAYS: FreeDay[] = [
  { date: "2026-07-06", starts: startsFrom(NOON, 12) },
  { date: "2026-07-07", starts: startsFrom(NOON + 24 * HOUR_MS, 1) },
  ...["2026-07-08", "2026-07-09", "2026-07-10", "2026-07-11", "2026-07-12"].map((date) => ({
    date,
    starts: [],
  })),
];

function startsFrom(first: number, count: number): FreeDay["starts"] {
  return Array.from({ length: count }, (_, index) => ({
    at: first + (index * HOUR_MS) / 2,
    isFitting: index < count - 2 || count === 1,
    minutesFree: 30,
  }));
}
