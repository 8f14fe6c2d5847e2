import type { Request } from "autocannon";
import { type Bookable, prepareBookables } from "./bookable.ts";
import type { Load } from "./load.ts";
import type { Market } from "./market.ts";

/** What the floor Worker does, by the path that does it. */
const FLOORS = {
  constant: "constant",
  "KV get": "kv-get",
  "D1 read": "d1-read",
  "D1 insert": "d1-insert",
} as const;
type FloorName = keyof typeof FLOORS;

/** A thing to measure. */
export interface Figure {
  name: string;
  /** The figure that it is a share of; null for a floor itself. */
  floor: FloorName | null;
  url: string;
  expectedStatus: number;
  /** Called before each measurement; what it returns is sent. */
  prepare: () => Promise<Load["request"]>;
  /** Ends the measurement before the time is up. Null for no end. */
  mostRequests: number | null;
}

export const SEARCH_PATH = "/api/search/instructors?q=piano+under+$80";

/** Browsers name themselves; who does not may be taken for a bot. */
export const BROWSER = {
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
};

/** Requests of one guest. */
export const GUEST = { ...BROWSER, cookie: "guest=bench-guest" };

/** All figures, each after the floor that it is a share of. */
export async function listFigures(
  market: Market,
  floorUrls: { behindFiles: string; alone: string },
): Promise<Figure[]> {
  const [shown, ...booked] = market.rows.instructors.map(({ id }) => id) as [string, ...string[]];
  const { url } = market.served;
  const floor = (name: FloorName, expectedStatus = 200): Figure => ({
    ...get(floorUrls.behindFiles, name, null, `/${FLOORS[name]}`),
    expectedStatus,
  });
  const alone = (name: FloorName) =>
    get(floorUrls.alone, `${name}, without files`, name, `/${FLOORS[name]}`);
  const instructorPath = `/api/public/instructors/${shown}`;
  const availabilityPath = `${instructorPath}/availability`;
  const [mine, ...bookables] = await prepareBookables(market, booked);
  return [
    floor("constant"),
    alone("constant"),
    get(url, "catalog", "constant", "/api/services/catalog"),
    floor("KV get"),
    alone("KV get"),
    get(url, "availability, warm", "KV get", availabilityPath),
    notModified(url, availabilityPath),
    get(url, "next available", "KV get", `${instructorPath}/next-available`),
    floor("D1 read"),
    cold(market, booked),
    get(url, "search", "D1 read", SEARCH_PATH, GUEST),
    get(url, "instructor page", "D1 read", `/instructors/${shown}`),
    get(url, "home page", "D1 read", "/"),
    ...ownLessons(url, mine as Bookable),
    floor("D1 insert", 201),
    booking(url, bookables),
  ];
}

/** The same page again and again, asked for once before. */
function get(
  url: string,
  name: string,
  floor: FloorName | null,
  path: string,
  headers: Record<string, string> = BROWSER,
): Figure {
  const prepare = async () => {
    await (await fetch(`${url}${path}`, { headers })).arrayBuffer();
    return { path, headers };
  };
  return { name, floor, url, expectedStatus: 200, prepare, mostRequests: null };
}

/** The answer to a browser that has the current free times already. */
function notModified(url: string, path: string): Figure {
  const prepare = async () => {
    const answer = await fetch(`${url}${path}`);
    await answer.arrayBuffer();
    return { path, headers: { ...BROWSER, "if-none-match": answer.headers.get("etag") ?? "" } };
  };
  const figure = get(url, "availability, 304", "KV get", path);
  return { ...figure, expectedStatus: 304, prepare };
}

/** Each instructor once, after all that KV knows of them was thrown away. */
function cold({ served, kv }: Market, instructorIds: readonly string[]): Figure {
  const prepare = async () => {
    const { keys } = await kv.list({ prefix: "availability:" });
    await Promise.all(keys.map(({ name }) => kv.delete(name)));
    const nextId = inTurn(instructorIds);
    return () => ({ path: `/api/public/instructors/${nextId()}/availability`, headers: BROWSER });
  };
  const figure = get(served.url, "availability, cold", "D1 read", "");
  // Autocannon makes up one request for each connection that it does not send.
  return { ...figure, prepare, mostRequests: Math.floor(instructorIds.length / 2) };
}

/** A person's lessons, and one of them: booked once, and read again and again. */
function ownLessons(url: string, bookable: Bookable): Figure[] {
  const headers = { ...BROWSER, cookie: `session=${bookable.token}` };
  let path: Promise<string> | undefined;
  const book = async () => {
    const { method, path: target, headers: sent, body } = toBookingRequest(bookable);
    const answer = await fetch(`${url}${target}`, {
      method: method as string,
      headers: sent as Record<string, string>,
      body: body as string,
    });
    const { id } = (await answer.json()) as { id: string };
    return `/api/bookings/${id}`;
  };
  const details = async () => {
    path ??= book();
    return { path: await path, headers };
  };
  return [
    get(url, "my lessons", "D1 read", "/api/bookings?when=upcoming", headers),
    { ...get(url, "lesson details", "D1 read", "", headers), prepare: details },
  ];
}

/** Each request another lesson, by somebody who is signed in. */
function booking(url: string, bookables: readonly Bookable[]): Figure {
  const next = inTurn(bookables);
  const prepare = async () => () => toBookingRequest(next());
  return {
    name: "booking",
    floor: "D1 insert",
    url,
    expectedStatus: 201,
    prepare,
    mostRequests: null,
  };
}

export function toBookingRequest({ token, startAt, ...lesson }: Bookable): Request {
  return {
    method: "POST",
    path: "/api/bookings",
    headers: { ...BROWSER, cookie: `session=${token}`, "content-type": "application/json" },
    body: JSON.stringify({
      instructor_id: lesson.instructorId,
      offering_id: lesson.offeringId,
      start_at: new Date(startAt).toISOString(),
      duration_minutes: lesson.durationMinutes,
      location_type: lesson.locationType,
      location_detail: "12 Bench Street",
    }),
  };
}

/** Gives one after the other. Throws RangeError when there are no more. */
function inTurn<T>(items: readonly T[]): () => T {
  let index = 0;
  return () => {
    const item = items[index++];
    if (item === undefined) throw new RangeError(`All ${items.length} are used up.`);
    return item;
  };
}
