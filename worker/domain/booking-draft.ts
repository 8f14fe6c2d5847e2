import { LOCATION_TYPES, type LocationType } from "./catalog.ts";

/** How long an unfinished booking is kept. */
export const DRAFT_KEPT_MS = 7 * 86_400_000;

/** What somebody has chosen so far on the way to a booking; null is not chosen yet. */
export interface BookingDraft {
  offeringId: string | null;
  durationMinutes: number | null;
  /** Epoch ms. */
  startAt: number | null;
  locationType: LocationType | null;
  locationDetail: string;
  studentNote: string;
}

export const EMPTY_DRAFT: BookingDraft = {
  offeringId: null,
  durationMinutes: null,
  startAt: null,
  locationType: null,
  locationDetail: "",
  studentNote: "",
};

/** A draft as it was kept. What has another shape by now counts as not chosen yet. */
export function parseKeptDraft(json: string): BookingDraft {
  const kept: Record<string, unknown> = toRecord(json);
  const text = (name: string) => (typeof kept[name] === "string" ? kept[name] : "");
  const integer = (name: string) => (Number.isSafeInteger(kept[name]) ? Number(kept[name]) : null);
  return {
    offeringId: text("offeringId") || null,
    durationMinutes: integer("durationMinutes"),
    startAt: integer("startAt"),
    locationType: LOCATION_TYPES.find((type) => type === kept.locationType) ?? null,
    locationDetail: text("locationDetail"),
    studentNote: text("studentNote"),
  };
}

function toRecord(json: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(json));
  } catch {
    return {};
  }
}
