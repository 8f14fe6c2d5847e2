import * as v from "valibot";
import { AUDIENCES, LEVELS, LOCATION_TYPES } from "../../domain/catalog.ts";
import { ERROR_CODES } from "../../domain/errors.ts";
import { SEARCH_TYPES } from "../../domain/search-history.ts";
import {
  Cents,
  Count,
  DateText,
  Flag,
  Fraction,
  InstantText,
  pageOf,
  Text,
  TimeText,
} from "./common.ts";

const availabilityFacts = {
  instructor_id: Text,
  instructor_name: Text,
  timezone: Text,
  start_date: DateText,
  end_date: DateText,
  policy: v.strictObject({
    minimum_notice_minutes: Count,
    buffer_minutes: Count,
    free_cancellation_hours: Count,
  }),
  version: Count,
  valid_until: InstantText,
};

const DayAvailability = v.strictObject({
  date: DateText,
  is_blackout: Flag,
  status: v.picklist(["open", "full", "blackout", "closed", "too_soon"]),
  available_slots: v.array(
    v.strictObject({
      start_time: TimeText,
      end_time: TimeText,
      start_at: InstantText,
      end_at: InstantText,
    }),
  ),
});

const DaySummary = v.strictObject({
  date: DateText,
  morning_available: Flag,
  afternoon_available: Flag,
  evening_available: Flag,
  total_hours: Fraction,
});

/** In the detail that the site is set to. */
export const Availability = v.variant("detail_level", [
  v.strictObject({
    ...availabilityFacts,
    detail_level: v.literal("full"),
    availability_by_date: v.record(v.string(), DayAvailability),
    total_available_slots: Count,
    earliest_available_date: v.nullable(DateText),
  }),
  v.strictObject({
    ...availabilityFacts,
    detail_level: v.literal("summary"),
    availability_summary: v.record(v.string(), DaySummary),
    total_available_days: Count,
  }),
  v.strictObject({
    ...availabilityFacts,
    detail_level: v.literal("minimal"),
    has_availability: Flag,
    earliest_available_date: v.nullable(DateText),
  }),
]);

export const NextSlot = v.variant("found", [
  v.strictObject({
    found: v.literal(true),
    date: DateText,
    start_time: TimeText,
    end_time: TimeText,
    start_at: InstantText,
    end_at: InstantText,
    duration_minutes: Count,
    timezone: Text,
  }),
  v.strictObject({ found: v.literal(false), message: Text }),
]);

export const NextSlots = v.strictObject({ results: v.record(v.string(), NextSlot) });

export const CheckedSlot = v.strictObject({
  start_at: InstantText,
  available: Flag,
  code: v.optional(v.picklist(ERROR_CODES)),
  detail: v.optional(Text),
});

const categoryFacts = { slug: Text, name: Text, subtitle: Text, display_order: Count };
export const Category = v.strictObject(categoryFacts);

const serviceFacts = {
  slug: Text,
  name: Text,
  category: Text,
  online_capable: Flag,
  requires_certification: Flag,
};
export const Service = v.strictObject({ ...serviceFacts, aliases: v.array(Text) });

export const ServiceSupply = v.strictObject({
  ...serviceFacts,
  instructor_count: Count,
  min_hourly_rate_cents: v.nullable(Cents),
  max_hourly_rate_cents: v.nullable(Cents),
});

export const CategoryWithServices = v.strictObject({
  ...categoryFacts,
  services: v.array(ServiceSupply),
});

export const offeringFacts = {
  id: Text,
  service: v.strictObject({ slug: Text, name: Text, category: Text }),
  hourly_rate_cents: Cents,
  duration_options: v.array(Count),
  location_types: v.array(v.picklist(LOCATION_TYPES)),
  levels: v.array(v.picklist(LEVELS)),
  audiences: v.array(v.picklist(AUDIENCES)),
  description: Text,
};
/** Has a name of its own in the description. @public */
export const Offering = v.strictObject(offeringFacts);

export const instructorFacts = {
  id: Text,
  display_name: Text,
  bio: Text,
  years_experience: Count,
  timezone: Text,
  minimum_notice_hours: Count,
  areas: v.array(v.strictObject({ slug: Text, name: Text, borough: Text })),
  offerings: v.array(Offering),
};
export const Instructor = v.strictObject(instructorFacts);

const ParsedQuery = v.strictObject({
  services: v.array(Text),
  category: v.nullable(Text),
  price: v.strictObject({ min_cents: v.nullable(Cents), max_cents: v.nullable(Cents) }),
  dates: v.nullable(v.strictObject({ from: DateText, to: DateText })),
  weekdays: v.nullable(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)))),
  time: v.nullable(v.strictObject({ from: v.nullable(TimeText), to: v.nullable(TimeText) })),
  areas: v.array(Text),
  near_me: Flag,
  mode: v.nullable(v.picklist(["online", "in_person"])),
  level: v.nullable(v.picklist(LEVELS)),
  audience: v.nullable(v.picklist(AUDIENCES)),
  age: v.nullable(Count),
  corrections: v.array(v.strictObject({ from: Text, to: Text })),
  unmatched: v.array(Text),
});

const Parameters = v.record(v.string(), v.string());

/** Has a name of its own in the description. @public */
export const SearchHit = v.strictObject({
  instructor: Instructor,
  offering: Offering,
  next_slot: v.nullable(NextSlot),
  match_score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  why: v.array(Text),
});

export const SearchResult = v.strictObject({
  query: Text,
  parsed: ParsedQuery,
  ...pageOf(SearchHit).entries,
  applied_filters: v.array(v.strictObject({ kind: Text, label: Text, without: Parameters })),
  suggestions: v.array(
    v.strictObject({ kind: Text, label: Text, count: Count, params: Parameters }),
  ),
  search_event_id: Text,
});

export const Completion = v.strictObject({
  kind: v.picklist(["service", "category", "area"]),
  slug: Text,
  name: Text,
});

export const HistoryEntry = v.strictObject({
  id: Text,
  query: Text,
  search_type: v.picklist(SEARCH_TYPES),
  search_count: Count,
  result_count: Count,
  first_searched_at: InstantText,
  last_searched_at: InstantText,
});

export const Health = v.strictObject({ status: v.literal("ok"), version: Text });
