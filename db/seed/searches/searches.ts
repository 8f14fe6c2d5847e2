import { toId } from "../../../worker/domain/id.ts";
import { normalizeQuery } from "../../../worker/domain/search-history.ts";
import { searchLabel } from "../../../worker/domain/search-labels.ts";
import { findResults, readSearch } from "../../../worker/domain/search-results.ts";
import type { Bookable } from "../demo-bookings.ts";
import { HOME_ZONE, type Teaching } from "../demo-instructors.ts";
import type { DemoContext } from "../demo-people.ts";
import type { BookingRow, SearchEventRow, SearchRows, UserRow } from "../demo-rows.ts";
import type { Random } from "../random.ts";
import { getSearchFacts } from "../search-facts.ts";
import { createHistory } from "./history.ts";
import { browseResults } from "./interactions.ts";
import { toListings } from "./listings.ts";
import { type Planned, planSearches } from "./visits.ts";
import { chooseWish, nameService, type Wish } from "./words.ts";

/** Who searches, and what there is to be found. */
export interface SearchedMarket {
  students: readonly UserRow[];
  teachers: readonly (Teaching & Bookable)[];
  bookings: readonly BookingRow[];
}

/**
 * At least `count` searches of the last 30 days with what came of them, as the site would have written
 * them: read and answered by its own rules, over the lessons and the hours that there are now.
 */
export function searchAtRandom(
  context: DemoContext,
  { students, teachers, bookings }: SearchedMarket,
  count: number,
): SearchRows {
  const { random } = context;
  const offerings = teachers.flatMap((teacher) => teacher.offerings);
  const answer = createAnswerer(teachers, bookings);
  const history = createHistory(random);
  const rows: Pick<SearchRows, "searchEvents" | "searchInteractions"> = {
    searchEvents: [],
    searchInteractions: [],
  };
  for (const planned of planSearches(context, { students, bookings, offerings }, count)) {
    const { service, searcher, booking } = planned;
    const wish = booking
      ? nameService(random, service)
      : chooseWish(random, service, history.listQueries(searcher));
    const answered = answer(wish, planned);
    const { label, found } = answered;
    const event = toEvent(random, planned, wish, answered);
    history.record(event, label);
    rows.searchEvents.push(event);
    rows.searchInteractions.push(...browseResults(random, event, { found, booking }));
  }
  return { ...history.toRows(), ...rows };
}

interface Answered {
  /** What the search is remembered by. */
  label: string;
  services: string[];
  category: string | null;
  /** Ids of instructors. */
  found: string[];
}

/** Answers searches as of their moments: the instructors found, best first. */
function createAnswerer(
  teachers: SearchedMarket["teachers"],
  bookings: SearchedMarket["bookings"],
) {
  const listings = toListings(teachers, bookings);
  const facts = getSearchFacts();
  return ({ query, filters }: Wish, { at: now, searcher }: Planned): Answered => {
    const question = { query, filters, timezone: HOME_ZONE, isLiteral: false };
    const parsed = readSearch(question, facts, now);
    const asked = { sort: "relevance", borough: searcher.borough, now } as const;
    const ranked = findResults(listings, parsed, facts, asked);
    return {
      label: searchLabel({ query, filters }, facts.names),
      services: parsed.services,
      category: parsed.category,
      found: ranked.map(({ listing }) => listing.profile.id),
    };
  };
}

function toEvent(
  random: Random,
  { searcher, ipHash, referrer, at }: Planned,
  { searchType }: Wish,
  { label, services, category, found }: Answered,
): SearchEventRow & Pick<Wish, "searchType"> {
  return {
    ...searcher,
    id: toId(random.bytes(16)),
    normalizedQuery: normalizeQuery(label),
    searchType,
    resultCount: found.length,
    services: JSON.stringify(services),
    category,
    ipHash,
    referrer,
    searchedAt: at,
  };
}
