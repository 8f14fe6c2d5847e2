import type { Request } from "autocannon";
import { createRandom } from "../db/seed/random.ts";
import { type Bookable, prepareBookables } from "./bookable.ts";
import { BROWSER, GUEST, SEARCH_PATH, toBookingRequest } from "./figures.ts";
import type { Market } from "./market.ts";

/** Of a hundred requests. */
const MIX = { browse: 35, search: 25, availability: 25, track: 10, book: 5 };
const SEED = 1;

export type Kind = keyof typeof MIX;

export interface Visit {
  kind: Kind;
  request: Request;
  expectedStatus: number;
}

/** Gives what the next of many visitors does: mostly look, sometimes book. */
export async function createVisits(market: Market): Promise<() => Visit> {
  const { served, rows } = market;
  const random = createRandom(SEED);
  const ids = rows.instructors.map(({ id }) => id);
  const bookables: Bookable[] = await prepareBookables(market, ids);
  const searched = await fetch(`${served.url}${SEARCH_PATH}`, { headers: GUEST });
  const { search_event_id: eventId } = (await searched.json()) as { search_event_id: string };
  return () => ({ expectedStatus: 200, ...next() });

  function next(): { kind: Kind; request: Request; expectedStatus?: number } {
    const kind = random.pick(KINDS);
    const id = random.pick(ids);
    if (kind === "browse") {
      return { kind, request: get(random.pick(["/", "/search?q=piano", `/instructors/${id}`])) };
    }
    if (kind === "search") return { kind, request: { ...get(SEARCH_PATH), headers: GUEST } };
    if (kind === "availability") {
      return { kind, request: get(`/api/public/instructors/${id}/availability`) };
    }
    if (kind === "track") return { kind, request: click(eventId, id), expectedStatus: 202 };
    const bookable = bookables.pop();
    if (!bookable) throw new RangeError("All lessons are booked; load for a shorter time.");
    return { kind, request: toBookingRequest(bookable), expectedStatus: 201 };
  }
}

const KINDS = (Object.entries(MIX) as [Kind, number][]).flatMap(([kind, share]) =>
  Array.from({ length: share }, () => kind),
);

function get(path: string): Request {
  return { method: "GET", path, headers: BROWSER };
}

function click(eventId: string, instructorId: string): Request {
  const interaction = { type: "click", instructor_id: instructorId, position: 1, elapsed_ms: 900 };
  return {
    method: "POST",
    path: "/api/search-history/interactions",
    headers: { ...GUEST, "content-type": "application/json" },
    body: JSON.stringify({ search_event_id: eventId, interactions: [interaction] }),
  };
}
