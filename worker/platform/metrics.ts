import { type DatabaseUse, noDatabaseUse } from "../../db/client.ts";
import { DomainError } from "../domain/errors.ts";
import type { CacheName, Outcome, RequestFacts } from "../domain/metrics.ts";

/** Only so many use cases and looks into caches of one request are told: a message has its limits. */
const TOLD_AT_MOST = 20;

/** Takes down what one request does. It knows of nothing that a request is about. */
export interface RequestMeter {
  /** What work beside the request's own session asks of the database. */
  besideUse: DatabaseUse;
  countCache(cache: CacheName, isHit: boolean): void;
  countUseCase(name: string, outcome: Outcome, durationMs: number): void;
  noteRefusal(useCase: string, error: DomainError): void;
  read(): Pick<RequestFacts, "caches" | "useCases">;
}

export function createRequestMeter(
  noteRefusal: RequestMeter["noteRefusal"] = () => {},
): RequestMeter {
  const caches: RequestFacts["caches"] = [];
  const useCases: RequestFacts["useCases"] = [];
  return {
    besideUse: noDatabaseUse(),
    countCache(cache, isHit) {
      if (caches.length < TOLD_AT_MOST) caches.push({ cache, isHit });
    },
    countUseCase(name, outcome, durationMs) {
      if (useCases.length < TOLD_AT_MOST) useCases.push({ name, outcome, durationMs });
    },
    noteRefusal,
    read: () => ({ caches, useCases }),
  };
}

/** The database's part of what a request did: its own and what was done beside it. */
export function toDatabaseFacts(own: DatabaseUse, beside: DatabaseUse) {
  return {
    database: {
      roundTrips: own.roundTrips + beside.roundTrips,
      statements: own.statements + beside.statements,
      rowsRead: own.rowsRead + beside.rowsRead,
      rowsWritten: own.rowsWritten + beside.rowsWritten,
      waitedMs: own.waitedMs + beside.waitedMs,
      queryMs: own.queryMs + beside.queryMs,
    },
    slowQueries: [...own.slowQueries, ...beside.slowQueries],
  };
}

/** The same cache, whose looks are counted. One that fails finds nothing. */
export function countLookups<C extends { find(...key: never[]): Promise<unknown> }>(
  cache: C,
  name: CacheName,
  meter: RequestMeter,
): C {
  return {
    ...cache,
    async find(...key: never[]) {
      const found = await cache.find(...key);
      meter.countCache(name, found !== null);
      return found;
    },
  };
}

/**
 * The same service, whose use cases are measured until they are done. What answers at once touches
 * nothing that takes time, and is left alone.
 */
export function measureUseCases<S extends object | null>(
  name: string,
  service: S,
  meter: RequestMeter,
): S {
  if (service === null) return service;
  const members = Object.entries(service).map(([member, value]) => [
    member,
    typeof value === "function" ? measure(`${name}.${member}`, value.bind(service), meter) : value,
  ]);
  return Object.fromEntries(members) as S;
}

function measure(useCase: string, run: (...args: unknown[]) => unknown, meter: RequestMeter) {
  return (...args: unknown[]) => {
    const startedAt = performance.now();
    const result = run(...args);
    if (!(result instanceof Promise)) return result;
    const count = (outcome: Outcome) =>
      meter.countUseCase(useCase, outcome, performance.now() - startedAt);
    result.then(
      () => count("ok"),
      (error) => {
        const isRefusal = error instanceof DomainError;
        count(isRefusal ? "refused" : "failed");
        if (isRefusal) meter.noteRefusal(useCase, error);
      },
    );
    return result;
  };
}
