import type { Identity } from "./search-history.ts";

export type Device = "desktop" | "mobile" | "tablet" | "bot" | "unknown";

/** Who is at the other end of a request, as far as measuring goes. */
export interface Visitor {
  identity: Identity;
  /** Bots and prefetches search nothing; who declined or signals so is not measured. */
  isPerson: boolean;
  mayBeMeasured: boolean;
  device: Device;
  /** From the edge's metadata; null where it says nothing. */
  country: string | null;
  region: string | null;
  city: string | null;
  /** Slug of the borough. */
  borough: string | null;
  /** Never stored: hashed with the day's salt. */
  ipAddress: string | null;
  /** Host of the page that led here, unless it is ours. */
  referrer: string | null;
}

/** The class of device that a user agent names. */
export function deviceOf(userAgent: string): Device {
  if (userAgent === "") return "unknown";
  if (/ipad|tablet|playbook|silk|android(?!.*mobile)/i.test(userAgent)) return "tablet";
  if (/mobi|iphone|ipod|android/i.test(userAgent)) return "mobile";
  return /mozilla|opera/i.test(userAgent) ? "desktop" : "unknown";
}

const BOROUGH_OF_CITY: Record<string, string> = {
  brooklyn: "brooklyn",
  bronx: "bronx",
  "the bronx": "bronx",
  manhattan: "manhattan",
  "new york": "manhattan",
  queens: "queens",
  "staten island": "staten-island",
};

const BOROUGH_OF_ZIP: Record<string, string> = {
  "100": "manhattan",
  "101": "manhattan",
  "102": "manhattan",
  "103": "staten-island",
  "104": "bronx",
  "111": "queens",
  "112": "brooklyn",
  "113": "queens",
  "114": "queens",
  "116": "queens",
};

/** The borough that a postal code or city of New York lies in, as its slug; null elsewhere. */
export function boroughOfPlace(place: {
  regionCode?: string | undefined;
  postalCode?: string | undefined;
  city?: string | undefined;
}): string | null {
  if (place.regionCode !== "NY") return null;
  const byZip = BOROUGH_OF_ZIP[(place.postalCode ?? "").slice(0, 3)];
  return byZip ?? BOROUGH_OF_CITY[(place.city ?? "").toLowerCase()] ?? null;
}
