const TRIES = 20;
const PAUSE_MS = 3000;

interface SmokeOptions {
  /** Stops waiting for a version that is never served. */
  tries?: number;
  pauseMs?: number;
}

/**
 * Whether a deployed site serves this version, reaches its database and shows a page. Answers what is
 * wrong in one sentence; null when all is well. A new version takes seconds to arrive everywhere.
 */
export async function findSmoke(
  url: string,
  version: string,
  { tries = TRIES, pauseMs = PAUSE_MS }: SmokeOptions = {},
): Promise<string | null> {
  let problem: string | null = null;
  for (let attempt = 0; attempt < tries; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    problem = await findProblem(url, version).catch(
      (error: unknown) =>
        `${url} does not answer: ${error instanceof Error ? error.message : error}`,
    );
    if (problem === null) return null;
  }
  return problem;
}

async function findProblem(url: string, version: string): Promise<string | null> {
  const health = await fetch(`${url}/api/healthz`);
  const { version: served } = (await health.json()) as { version?: string };
  if (served !== version) return `${url} serves version ${served} instead of ${version}.`;
  const ready = await fetch(`${url}/api/readyz`);
  if (!ready.ok) return `${url}/api/readyz answers ${ready.status}: the database is not reached.`;
  const page = await fetch(url);
  const text = await page.text();
  if (!page.ok || !text.includes("<h1")) return `The first page of ${url} answers ${page.status}.`;
  return null;
}
