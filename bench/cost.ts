import { build } from "../scripts/build.ts";
import { runMain } from "../scripts/command.ts";
import { type Bookable, prepareBookables } from "./bookable.ts";
import { BROWSER, SEARCH_PATH, toBookingRequest } from "./figures.ts";
import { type Market, startMarket } from "./market.ts";
import { DOLLARS_PER_MILLION, toDollars, type Use } from "./prices.ts";

const INSTRUCTORS = 200;
const VISITS = 20;
/** A batch of the queue comes two seconds after its messages: with nothing for this long, all is done. */
const QUIET_MS = 6000;
const NAMES = Object.keys(DOLLARS_PER_MILLION) as (keyof Use)[];
/** A guess at what people do, out of a hundred page views; change it to what is measured. */
const VIEWS = { "home page": 30, "search page": 35, "instructor page": 33, booking: 2 };
const LINE = [20, 10, 11, 13, 9, 10, 10, 12];

type Visit = (url: string, n: number) => Promise<Response>;

/** Counts what each kind of page uses, as it runs here, and says what a million of them cost. */
async function run(): Promise<number> {
  await build();
  const market = await startMarket(INSTRUCTORS, { isMetered: true });
  try {
    const { url } = market.served;
    print(["a million of", ...NAMES, "dollars"]);
    const dollars: Record<string, number> = {};
    for (const [kind, visit] of Object.entries(await listVisits(market))) {
      await visit(url, VISITS);
      await takeUse(url);
      for (let n = 0; n < VISITS; n++) await assertAnswered(await visit(url, n));
      const use = await takeUse(url);
      dollars[kind] = toDollars(use);
      print([kind, ...NAMES.map((name) => round(use[name])), dollars[kind].toFixed(2)]);
    }
    const views = Object.entries(VIEWS);
    const mixed = views.reduce(
      (sum, [kind, share]) => sum + (share / 100) * (dollars[kind] ?? 0),
      0,
    );
    const mix = views.map(([kind, share]) => `${share} % ${kind}`).join(", ");
    console.log(
      `\nA million page views (${mix}): ${mixed.toFixed(2)} dollars, and 5 a month for the plan.`,
    );
    console.log("A booking's KV writes are the local mailbox's; a live tier sends mail instead.");
    console.log(
      "Files are free of charge. Processor time, 0.02 a million milliseconds, is not in it.",
    );
    return 0;
  } finally {
    await market.served.stop();
  }
}

async function listVisits(market: Market): Promise<Record<string, Visit>> {
  const ids = market.rows.instructors.map(({ id }) => id);
  const bookables = await prepareBookables(market, ids.slice(0, VISITS));
  const get =
    (toPath: (n: number) => string): Visit =>
    (url, n) =>
      // Another guest each time: what one guest repeats is not counted, and costs less.
      fetch(`${url}${toPath(n)}`, { headers: { ...BROWSER, cookie: `guest=cost-guest-${n}` } });
  return {
    "home page": get(() => "/"),
    "search page": get(() => "/search?q=piano+under+$80"),
    "search (API)": get(() => SEARCH_PATH),
    "instructor page": get((n) => `/instructors/${ids[n]}`),
    "availability (API)": get((n) => `/api/public/instructors/${ids[n]}/availability`),
    "… when it is warm": get((n) => `/api/public/instructors/${ids[n]}/availability`),
    booking: (url, n) => book(url, bookables[n] as Bookable),
  };
}

function book(url: string, bookable: Bookable): Promise<Response> {
  const { path, ...init } = toBookingRequest(bookable);
  return fetch(`${url}${path}`, init as RequestInit);
}

async function assertAnswered(answer: Response): Promise<void> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${text.slice(0, 200)}`);
}

/** What one visit used on average since this was last asked, with all that follows the answers. */
async function takeUse(url: string): Promise<Use> {
  const sum = Object.fromEntries(NAMES.map((name) => [name, 0])) as Use;
  for (;;) {
    const counted = (await (await fetch(`${url}/meter`)).json()) as Use;
    for (const name of NAMES) sum[name] += counted[name] / VISITS;
    if (NAMES.every((name) => counted[name] === 0)) return sum;
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function print(cells: readonly string[]): void {
  console.log(cells.map((cell, index) => cell.padStart(LINE[index] ?? 0)).join(""));
}

await runMain(run);
