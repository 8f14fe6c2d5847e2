import { setTimeout as sleep } from "node:timers/promises";

const PAUSE_MS = 3000;
/** A site that takes longer does not answer. */
const TIMEOUT_MS = 10_000;

interface SmokeOptions {
  /** Stops waiting for a version that is never served; it is looked at once at least. */
  waitSeconds: number;
  pauseMs?: number;
  timeoutMs?: number;
  /** Ends the looking at once, as if the site did not answer. */
  stopped?: AbortSignal | undefined;
}

/**
 * Whether a deployed site serves this version, reaches its database and shows a page. Answers what is
 * wrong in one sentence; null when all is well. A new version takes seconds to arrive everywhere.
 */
export async function findSmoke(
  url: string,
  version: string,
  { waitSeconds, pauseMs = PAUSE_MS, timeoutMs = TIMEOUT_MS, stopped }: SmokeOptions,
): Promise<string | null> {
  const end = performance.now() + waitSeconds * 1000;
  const look = (path: string) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    return fetch(`${url}${path}`, {
      signal: stopped ? AbortSignal.any([stopped, timeout]) : timeout,
    });
  };
  for (;;) {
    const problem = await findProblem(url, version, look).catch(
      (error: unknown) =>
        `${url} does not answer: ${error instanceof Error ? error.message : error}.`,
    );
    if (stopped?.aborted) return "it was stopped by hand.";
    if (problem === null || performance.now() + pauseMs > end) return problem;
    await sleep(pauseMs, undefined, { signal: stopped }).catch(() => {});
  }
}

async function findProblem(
  url: string,
  version: string,
  look: (path: string) => Promise<Response>,
): Promise<string | null> {
  const health = await look("/api/healthz");
  const { version: served } = (await health.json()) as { version?: string };
  if (served !== version) return `${url} serves version ${served} instead of ${version}.`;
  const ready = await look("/api/readyz");
  if (!ready.ok) return `${url}/api/readyz answers ${ready.status}: the database is not reached.`;
  const page = await look("/");
  const text = await page.text();
  if (!page.ok || !text.includes("<h1")) return `The first page of ${url} answers ${page.status}.`;
  return null;
}
