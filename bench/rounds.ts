import type { Figure } from "./figures.ts";
import { type Measurement, measure, median } from "./load.ts";

/** One figure at one number of connections, the median of all rounds. */
export interface Result extends Measurement {
  name: string;
  connections: number;
  floor: string | null;
  /** Of the floor's requests per second, measured in the same round; null for a floor itself. */
  share: number | null;
}

/** All figures one after the other, and again: what disturbs a while disturbs all of them. */
export async function measureRounds(
  figures: readonly Figure[],
  { connections, rounds, seconds }: { connections: number; rounds: number; seconds: number },
): Promise<Result[]> {
  const all: Map<string, Measurement>[] = [];
  for (let round = 0; round < rounds; round++) {
    const measured = new Map<string, Measurement>();
    for (const figure of figures) {
      measured.set(figure.name, await measureFigure(figure, connections, seconds));
    }
    all.push(measured);
  }
  return figures.map(({ name, floor }) => toResult(all, { name, floor, connections }));
}

async function measureFigure(
  { name, url, expectedStatus, prepare, mostRequests }: Figure,
  connections: number,
  seconds: number,
): Promise<Measurement> {
  const request = await prepare();
  const limit = mostRequests === null ? { seconds } : { requests: mostRequests };
  return await measure({ name, url, request, expectedStatus, connections, limit });
}

function toResult(
  rounds: readonly Map<string, Measurement>[],
  { name, floor, connections }: Pick<Result, "name" | "floor" | "connections">,
): Result {
  const of = (round: Map<string, Measurement>, figure: string) => {
    const measurement = round.get(figure);
    if (!measurement) throw new Error(`${figure} was not measured.`);
    return measurement;
  };
  const medianOf = (read: (one: Measurement) => number) =>
    median(rounds.map((round) => read(of(round, name))));
  const shareIn = (round: Map<string, Measurement>, base: string) =>
    of(round, name).requestsPerSecond / of(round, base).requestsPerSecond;
  return {
    name,
    connections,
    requestsPerSecond: medianOf((one) => one.requestsPerSecond),
    p50Ms: medianOf((one) => one.p50Ms),
    p99Ms: medianOf((one) => one.p99Ms),
    unexpected: rounds.reduce((sum, round) => sum + of(round, name).unexpected, 0),
    floor,
    share: floor === null ? null : median(rounds.map((round) => shareIn(round, floor))),
  };
}
