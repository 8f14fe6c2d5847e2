import { runnerImport } from "vite";
import { ROOT } from "../scripts/command.ts";
import { type Bookable, prepareBookables } from "./bookable.ts";
import { GUEST, SEARCH_PATH, toBookingRequest } from "./figures.ts";
import { median } from "./load.ts";
import { type Market, startMarket } from "./market.ts";

const SAMPLES = 30;
/** Enough to have free starts for the samples, however large the market is. */
const BOOKED_INSTRUCTORS = 20;

export interface ScaleResult {
  instructors: number;
  bookings: number;
  name: string;
  medianMs: number;
  /** The most that any sample read. */
  rowsRead: number;
}

interface Sample {
  ms: number;
  rowsRead: number;
}

/** What one request costs in markets of these sizes, one request at a time. */
export async function measureScale(sizes: readonly number[]): Promise<ScaleResult[]> {
  const results: ScaleResult[] = [];
  for (const size of sizes) {
    const market = await startMarket(size);
    try {
      results.push(...(await measureMarket(market)));
    } finally {
      await market.served.stop();
    }
  }
  return results;
}

async function measureMarket(market: Market): Promise<ScaleResult[]> {
  const { url } = market.served;
  const ids = market.rows.instructors.slice(0, BOOKED_INSTRUCTORS + SAMPLES).map(({ id }) => id);
  const bookables = await prepareBookables(market, ids.slice(0, BOOKED_INSTRUCTORS));
  const coldIds = ids.slice(-SAMPLES);
  const countBooking = await loadCounter();
  // An isolate's first search loads all listings; what follows only asks what has changed.
  await sampleGet(url, SEARCH_PATH);
  const samples = {
    search: await repeat(() => sampleGet(url, SEARCH_PATH)),
    "availability, cold": await repeat((index) =>
      sampleGet(url, `/api/public/instructors/${coldIds[index]}/availability`),
    ),
    booking: await repeat(async (index) => ({
      ms: await timeBooking(url, bookables[index] as Bookable),
      rowsRead: await countBooking(market, bookables[SAMPLES + index] as Bookable),
    })),
  };
  return Object.entries(samples).map(([name, all]) => ({
    instructors: market.rows.instructors.length,
    bookings: market.rows.bookings.length,
    name,
    medianMs: median(all.map(({ ms }) => ms)),
    rowsRead: Math.max(...all.map(({ rowsRead }) => rowsRead)),
  }));
}

async function repeat(sample: (index: number) => Promise<Sample>): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let index = 0; index < SAMPLES; index++) samples.push(await sample(index));
  return samples;
}

async function sampleGet(url: string, path: string): Promise<Sample> {
  const startedAt = performance.now();
  const answer = await fetch(`${url}${path}`, { headers: GUEST });
  await answer.arrayBuffer();
  const ms = performance.now() - startedAt;
  const timing = answer.headers.get("server-timing") ?? "";
  const rows = timing.match(/(\d+) rows read/)?.[1];
  if (!rows) throw new Error(`${path} answered ${answer.status} and told no rows: ${timing}`);
  return { ms, rowsRead: Number(rows) };
}

async function timeBooking(url: string, bookable: Bookable): Promise<number> {
  const { path, ...init } = toBookingRequest(bookable);
  const startedAt = performance.now();
  const answer = await fetch(`${url}${path}`, init as RequestInit);
  const text = await answer.text();
  if (answer.status !== 201) throw new Error(`A booking answered ${answer.status}: ${text}`);
  return performance.now() - startedAt;
}

/** The services use syntax that Node cannot strip, so they are loaded the way the build does. */
async function loadCounter() {
  const { module } = await runnerImport<typeof import("./count-booking.ts")>(
    `${ROOT}bench/count-booking.ts`,
    { configFile: false, root: ROOT, logLevel: "error" },
  );
  return module.countBooking;
}
