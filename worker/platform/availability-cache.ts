import type { AvailabilityInputs } from "../domain/availability.ts";
import { describeError, type Log } from "./log.ts";

/** One instructor's raw inputs as KV holds them. Never a rendered answer: "now" is applied on read. */
export interface AvailabilityEntry {
  displayName: string;
  /** `instructors.availability_version` at the moment of reading. */
  version: number;
  /** First and last local date that `inputs` is complete for. */
  coveredFrom: string;
  coveredTo: string;
  inputs: AvailabilityInputs;
}

/** Raised with every change of the entry's shape, inside `inputs` too: other shapes are a miss. */
const SHAPE = 1;

export interface AvailabilityCache {
  /** Null on a miss, and when KV fails: the caller then reads the database. */
  find(instructorId: string): Promise<AvailabilityEntry | null>;
  put(instructorId: string, entry: AvailabilityEntry): Promise<void>;
  /** Called after the commit of any write that changes the inputs. Never throws. */
  drop(instructorIds: readonly string[]): Promise<void>;
}

/** KV may be slow to tell other places and may fail; nothing here is ever the only copy. */
export function createAvailabilityCache(
  kv: KVNamespace,
  { ttlSeconds, log }: { ttlSeconds: number; log: Log },
): AvailabilityCache {
  const keyOf = (instructorId: string) => `availability:${instructorId}`;
  const attempt = async <T>(operation: string, run: () => Promise<T>): Promise<T | null> => {
    try {
      return await run();
    } catch (error) {
      log("cache_failed", { operation, ...describeError(error) });
      return null;
    }
  };
  return {
    find: (id) =>
      attempt("get", async () => {
        const kept = await kv.get<AvailabilityEntry & { shape: number }>(keyOf(id), "json");
        return kept?.shape === SHAPE ? kept : null;
      }),
    put: async (id, entry) => {
      const value = JSON.stringify({ shape: SHAPE, ...entry });
      await attempt("put", () => kv.put(keyOf(id), value, { expirationTtl: ttlSeconds }));
    },
    drop: async (ids) => {
      await Promise.all(ids.map((id) => attempt("delete", () => kv.delete(keyOf(id)))));
    },
  };
}
