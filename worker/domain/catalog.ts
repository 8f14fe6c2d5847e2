/** The shape of the catalog facts: 7 categories, their services, and words for several services. */
export interface Catalog {
  categories: Category[];
  services: Service[];
  groups: Record<string, string[]>;
}

export interface Category {
  slug: string;
  name: string;
  subtitle: string;
  displayOrder: number;
}

export interface Service {
  slug: string;
  name: string;
  /** Slug of its category. */
  category: string;
  aliases: string[];
  onlineCapable: boolean;
  requiresCertification: boolean;
}

export interface Area {
  slug: string;
  name: string;
  /** Name of the borough it lies in, or its own when it is one. */
  borough: string;
  /** Slug of the borough it lies in; null for a borough. */
  boroughSlug: string | null;
}

export const LOCATION_TYPES = ["online", "student_home", "instructor_location", "neutral"] as const;
export type LocationType = (typeof LOCATION_TYPES)[number];

/** Whom a lesson can be for, and how far they are. */
export const AUDIENCES = ["kids", "teens", "adults", "seniors"] as const;
export const LEVELS = [
  "beginner",
  "intermediate",
  "advanced",
  "elementary",
  "middle_school",
  "high_school",
  "college",
] as const;

/** What a public page may know of one priced version of a service. Money in cents, time in minutes. */
export interface Offering {
  id: string;
  service: { slug: string; name: string; category: string };
  hourlyRateCents: number;
  durationOptions: number[];
  locationTypes: LocationType[];
  levels: string[];
  audiences: string[];
  description: string;
}

/** What a public page may know of an instructor. */
export interface PublicInstructor {
  id: string;
  displayName: string;
  bio: string;
  yearsExperience: number;
  timezone: string;
  minimumNoticeHours: number;
  bufferMinutes: number;
  areas: { slug: string; name: string; borough: string }[];
  offerings: Offering[];
}

/** Who teaches a service, and for how much an hour (null when nobody does). */
export interface ServiceSupply extends Service {
  instructorCount: number;
  minHourlyRateCents: number | null;
  maxHourlyRateCents: number | null;
  /** 0 to 100, as of last night; 0 before the first. */
  demandScore: number;
}

/** One page of a list; `page` starts at 1. */
export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  perPage: number;
}
