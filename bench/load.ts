import autocannon, { type Request } from "autocannon";

/** How often autocannon looks whether it is time to stop. */
const SAMPLE_MS = 50;

const MOST_SECONDS = 16;

export interface Load {
  name: string;
  url: string;
  /** The same request again and again, or each time another one. */
  request: Request | (() => Request);
  /** Every other status is counted as unexpected. */
  expectedStatus: number;
  connections: number;
  /** Seconds, or a number of requests. */
  limit: { seconds: number } | { requests: number };
}

export interface Measurement {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Answers with another status than the expected one, and requests without any. */
  unexpected: number;
}

/** Sends requests, one at a time on each connection, and tells how fast they were answered. Throws without any answer. */
export async function measure(load: Load): Promise<Measurement> {
  const { url, request, expectedStatus, connections, limit } = load;
  const durationsMs: number[] = [];
  let unexpected = 0;
  const startedAt = performance.now();
  let lastAt = startedAt;
  const run = autocannon({
    url,
    connections,
    ...("seconds" in limit ? { duration: limit.seconds } : { amount: limit.requests }),
    sampleInt: SAMPLE_MS,
    requests: [
      typeof request === "function"
        ? { setupRequest: (defaults) => ({ ...defaults, ...request() }) }
        : request,
    ],
  });
  run.on("response", (_client, status, _bytes, durationMs) => {
    durationsMs.push(durationMs);
    lastAt = performance.now();
    if (status !== expectedStatus) unexpected += 1;
  });
  const { errors } = await run;
  if (durationsMs.length === 0) return await measureLonger(load);
  durationsMs.sort((a, b) => a - b);
  return {
    requestsPerSecond: (durationsMs.length / (lastAt - startedAt)) * 1000,
    p50Ms: quantile(durationsMs, 0.5),
    p99Ms: quantile(durationsMs, 0.99),
    unexpected: unexpected + errors,
  };
}

/** On a busy machine the first answer may come when the time is up already. */
async function measureLonger(load: Load): Promise<Measurement> {
  const { name, limit } = load;
  if (!("seconds" in limit) || limit.seconds >= MOST_SECONDS) {
    throw new Error(`${name} was not answered once.`);
  }
  return await measure({ ...load, limit: { seconds: limit.seconds * 2 } });
}

/** The value that this share of the sorted values does not exceed. Throws RangeError for none. */
export function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new RangeError("Nothing was measured.");
  return value;
}

/** The middle value, of an even number the lower one. Throws RangeError for none. */
export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}
