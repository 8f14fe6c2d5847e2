import type { AvailabilityInputs } from "../domain/availability.ts";
import { remember } from "../domain/remember.ts";
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

/** Texts that were read lately, so that the same one is parsed once. What it says depends on nothing else. */
const parsed = new Map<string, AvailabilityEntry | null>();
const PARSED_AT_MOST = 500;

function parseEntry(text: string): AvailabilityEntry | null {
  const kept = JSON.parse(text) as (AvailabilityEntry & { shape?: number }) | null;
  return kept?.shape === SHAPE ? kept : null;
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
        const text = await kv.get(keyOf(id));
        return text === null ? null : remember(parsed, PARSED_AT_MOST, text, parseEntry);
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
