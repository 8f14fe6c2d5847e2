import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { parseArgs } from "node:util";
import { build } from "../scripts/build.ts";
import { runMain } from "../scripts/command.ts";
import { median, quantile } from "./load.ts";
import { startMarket } from "./market.ts";
import { measureRuntimeBytes } from "./memory.ts";
import { createVisits, type Visit } from "./visit.ts";

const INSTRUCTORS = 200;
const CONNECTIONS = 16;
const SECONDS = 60;
const SLICES = 6;
/** Memory may end this much higher, as a share, than it was once all was warm. */
const MOST_GROWTH = 0.25;

/** The runtime counts as full once a slice makes it so much bigger, as a share, and not more. */
const SETTLED_GROWTH = 0.02;
const WARM_UP_SLICES = 30;
const WARM_UP_SECONDS = 2;

interface Slice {
  durationsMs: number[];
  errors: string[];
  seconds: number;
  memoryBytes: number | null;
}

/** Many visitors at once, for a minute; `--seconds` for another time. Fails for errors or a leak. */
async function run(): Promise<number> {
  const { values } = parseArgs({ options: { seconds: { type: "string" } } });
  const seconds = Number(values.seconds ?? SECONDS);
  await build();
  // On the disk, as what a database in memory holds would look like a leak.
  const folder = await mkdtemp(`${tmpdir()}/instainstru-load-`);
  const market = await startMarket(INSTRUCTORS, { persist: folder });
  try {
    const nextVisit = await createVisits(market);
    await warmUp(market.served.url);
    console.log("   time  requests/s   p50 ms   p99 ms  errors  memory MB");
    const slices: Slice[] = [];
    for (let number = 1; number <= SLICES; number++) {
      const slice = await loadFor(seconds / SLICES, market.served.url, nextVisit);
      slices.push(slice);
      console.log(toLine(`${Math.round((number * seconds) / SLICES)} s`, slice));
    }
    return judge(slices);
  } finally {
    await market.served.stop();
    await rm(folder, { recursive: true });
  }
}

/**
 * Lets the runtime fill up before anything is judged: it keeps some 36 kB of every request, also of
 * one that a Worker answers with a constant, and collects them only at about a gigabyte.
 */
async function warmUp(url: string): Promise<void> {
  const visit: Visit = { kind: "browse", request: { path: "/api/healthz" }, expectedStatus: 200 };
  let last = 0;
  for (let slice = 0; slice < WARM_UP_SLICES; slice++) {
    const { memoryBytes, errors } = await loadFor(WARM_UP_SECONDS, url, () => visit);
    if (errors[0]) throw new Error(errors[0]);
    if (memoryBytes === null || memoryBytes < last * (1 + SETTLED_GROWTH)) break;
    last = memoryBytes;
  }
  console.log(`The runtime holds ${(last / 2 ** 20).toFixed(0)} MB when it is full.`);
}

async function loadFor(seconds: number, url: string, nextVisit: () => Visit): Promise<Slice> {
  const startedAt = performance.now();
  const endAt = startedAt + seconds * 1000;
  const slice: Slice = { durationsMs: [], errors: [], seconds, memoryBytes: null };
  const visitor = async () => {
    while (performance.now() < endAt) await pay(nextVisit(), url, slice);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, visitor));
  slice.seconds = (performance.now() - startedAt) / 1000;
  slice.memoryBytes = await measureRuntimeBytes();
  return slice;
}

async function pay({ kind, request, expectedStatus }: Visit, url: string, slice: Slice) {
  const { path, ...init } = request;
  const startedAt = performance.now();
  try {
    const answer = await fetch(`${url}${path}`, init as RequestInit);
    const text = await answer.text();
    slice.durationsMs.push(performance.now() - startedAt);
    if (answer.status !== expectedStatus) slice.errors.push(`${kind} ${answer.status} ${text}`);
  } catch (error) {
    slice.errors.push(`${kind} ${error}`);
  }
}

function toLine(time: string, { durationsMs, errors, seconds, memoryBytes }: Slice): string {
  const sorted = durationsMs.toSorted((a, b) => a - b);
  const cells = [
    [time, 7],
    [(sorted.length / seconds).toFixed(0), 12],
    [quantile(sorted, 0.5).toFixed(1), 9],
    [quantile(sorted, 0.99).toFixed(1), 9],
    [errors.length, 8],
    [memoryBytes === null ? "unknown" : (memoryBytes / 2 ** 20).toFixed(0), 11],
  ] as const;
  return cells.map(([value, width]) => String(value).padStart(width)).join("");
}

function judge(slices: readonly Slice[]): number {
  const errors = slices.flatMap((slice) => slice.errors);
  const durationsMs = slices.flatMap((slice) => slice.durationsMs);
  const seconds = slices.reduce((sum, slice) => sum + slice.seconds, 0);
  const memory = slices.flatMap(({ memoryBytes }) => (memoryBytes === null ? [] : [memoryBytes]));
  const last = memory.at(-1) ?? null;
  console.log(toLine("all", { durationsMs, errors, seconds, memoryBytes: last }));
  for (const error of errors.slice(0, 5)) console.error(error.slice(0, 200));
  // The first slices fill caches; what is kept after them has to stay as it is.
  const warm = memory.length >= SLICES ? median(memory.slice(1, -1)) : null;
  const hasLeak = warm !== null && last !== null && last > warm * (1 + MOST_GROWTH);
  if (hasLeak) console.error("Memory grows.");
  return errors.length > 0 || hasLeak ? 1 : 0;
}

await runMain(run);
