import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { parseArgs } from "node:util";
import { createRandom } from "../db/seed/random.ts";
import { build } from "../scripts/build.ts";
import { ROOT, runMain } from "../scripts/command.ts";
import { serve } from "../scripts/serve.ts";
import { prepareBookables } from "./bookable.ts";
import { type Attempt, verifyBookings } from "./crash-verify.ts";
import { toBookingRequest } from "./figures.ts";
import { startMarket } from "./market.ts";

const CRASHES = 50;
const INSTRUCTORS = 120;
const CONNECTIONS = 8;
/** Longer than the first answers take, so that most kills meet requests at every stage. */
const LONGEST_LIFE_MS = 600;
const SEED = 1;

/** Kills the server again and again while lessons are booked, and proves that no answer was a lie. */
async function run(): Promise<number> {
  const { values } = parseArgs({ options: { crashes: { type: "string" } } });
  const crashes = Number(values.crashes ?? CRASHES);
  await build();
  const folder = await mkdtemp(`${tmpdir()}/instainstru-crash-`);
  try {
    const attempts = await prepareAttempts(folder);
    const facts = await crashRepeatedly(folder, attempts, crashes);
    const problems = await verify(folder, attempts);
    console.log(
      [
        `${crashes} kills under ${CONNECTIONS} connections`,
        `${attempts.filter(({ bookingId }) => bookingId).length} bookings acknowledged`,
        `${facts.lost} answers lost and asked for again under the same key`,
        `${facts.refused} refused`,
        ...(problems.length
          ? problems
          : ["every acknowledged booking is there, once, with its mails"]),
      ].join("\n"),
    );
    return problems.length === 0 && facts.refused === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function prepareAttempts(folder: string): Promise<Attempt[]> {
  const market = await startMarket(INSTRUCTORS, { persist: folder });
  try {
    const ids = market.rows.instructors.map(({ id }) => id);
    const bookables = await prepareBookables(market, ids);
    return bookables.map((bookable, n) => ({ key: `crash-${n}`, bookable, bookingId: null }));
  } finally {
    await market.served.stop();
  }
}

async function crashRepeatedly(folder: string, attempts: readonly Attempt[], crashes: number) {
  const random = createRandom(SEED);
  const facts = { lost: 0, refused: 0 };
  let waiting = [...attempts];
  let unanswered: Attempt[] = [];
  for (let crash = 0; crash < crashes; crash++) {
    const { url, kill } = await startServer(folder);
    const working = Array.from({ length: CONNECTIONS }, () => bookUntilDeath(url, waiting, facts));
    await new Promise((resolve) => setTimeout(resolve, random.int(0, LONGEST_LIFE_MS)));
    await kill();
    unanswered = (await Promise.all(working)).flat();
    facts.lost += unanswered.length;
    // The next server is asked first for what the last one did not answer.
    waiting = [...unanswered, ...waiting];
  }
  const { url, kill } = await startServer(folder);
  await bookUntilDeath(url, unanswered, facts);
  await kill();
  return facts;
}

/** Books one after the other; gives the one that was under way when the server died. */
async function bookUntilDeath(
  url: string,
  waiting: Attempt[],
  facts: { refused: number },
): Promise<Attempt[]> {
  for (;;) {
    const attempt = waiting.shift();
    if (!attempt) return [];
    try {
      const { status, text } = await book(url, attempt);
      if (status === 201) attempt.bookingId = (JSON.parse(text) as { id: string }).id;
      else {
        facts.refused += 1;
        console.error(status, text);
      }
    } catch {
      return [attempt];
    }
  }
}

async function book(url: string, { key, bookable }: Attempt) {
  const { path, method, headers, body } = toBookingRequest(bookable);
  const answer = await fetch(`${url}${path}`, {
    method: method ?? "POST",
    headers: { ...(headers as Record<string, string>), "idempotency-key": key },
    body: body as string,
  });
  return { status: answer.status, text: await answer.text() };
}

/** In a group of its own, so that the kill takes the runtime along with the process that started it. */
async function startServer(folder: string) {
  const child = spawn(process.execPath, ["--no-warnings", `${ROOT}bench/crash-server.ts`, folder], {
    cwd: ROOT,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const url = await Promise.race([
    once(child, "message").then(([address]) => address as string),
    once(child, "exit").then(() => Promise.reject(new Error("The server did not start."))),
  ]);
  return { url, kill: () => killGroup(child) };
}

async function killGroup(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  if (child.pid) process.kill(-child.pid, "SIGKILL");
  await ended;
}

async function verify(folder: string, attempts: readonly Attempt[]): Promise<string[]> {
  const served = await serve({ port: 0, direct: true, persist: folder });
  try {
    const db = (await served.mf.getD1Database("DB")) as unknown as D1Database;
    return await verifyBookings(db, attempts);
  } finally {
    await served.stop();
  }
}

await runMain(run);
