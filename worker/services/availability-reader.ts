import type {
  AvailabilityRecord,
  AvailabilityRepository,
} from "../../db/repositories/availability.ts";
import type { DateWindow } from "../domain/availability.ts";
import { DomainError } from "../domain/errors.ts";
import { addDays, type LocalDate, localDateOf } from "../domain/local-time.ts";
import type { AvailabilityCache, AvailabilityEntry } from "../platform/availability-cache.ts";

/** The longest range of dates that one answer may cover. */
export const LONGEST_RANGE_DAYS = 90;

/** An entry covers the longest range from today, and the days by which it may age in the cache. */
const COVERED_DAYS = LONGEST_RANGE_DAYS + 3;

/** Raw availability inputs, from the cache where it has them, else from the database. */
export interface AvailabilityReader {
  /** Complete for these dates at least (null: the longest range from today). Throws `not_found`. */
  get(instructorId: string, dates: DateWindow | null): Promise<AvailabilityEntry>;
  /** As `get` for many ids; those that nobody can book are absent. */
  list(instructorIds: readonly string[]): Promise<Map<string, AvailabilityEntry>>;
  /** From the database, around one instant. Throws `not_found`. */
  getUncached(instructorId: string, aroundAt: number): Promise<AvailabilityEntry>;
}

export function createAvailabilityReader({
  availability,
  primary,
  cache,
  now,
  defer,
}: {
  availability: AvailabilityRepository;
  /** The same over the primary database: a copy that lags would not see the write that came between. */
  primary: Pick<AvailabilityRepository, "findVersion">;
  cache: AvailabilityCache;
  now: number;
  /** Lets work finish after the answer has gone out. */
  defer: (work: Promise<unknown>) => void;
}): AvailabilityReader {
  const today = localDateOf(now, "UTC");
  // A day early and late, as an instructor's today may be another date than the UTC one.
  const cover = { from: addDays(today, -1), to: addDays(today, COVERED_DAYS) };

  /** A write may have come between reading the database and filling the cache: then undo the fill. */
  const fill = async (id: string, entry: AvailabilityEntry) => {
    await cache.put(id, entry);
    if ((await primary.findVersion(id)) !== entry.version) await cache.drop([id]);
  };

  const readAndFill = async (ids: readonly string[]) => {
    const entries = toEntries(await availability.listRecords(ids, cover.from, cover.to), cover);
    for (const [id, entry] of entries) defer(fill(id, entry));
    return entries;
  };

  const list = async (ids: readonly string[]) => {
    const found = await Promise.all(ids.map(async (id) => [id, await cache.find(id)] as const));
    const entries = new Map<string, AvailabilityEntry>();
    for (const [id, entry] of found)
      if (entry && entry.coveredTo >= minimumCover) entries.set(id, entry);
    const missing = ids.filter((id) => !entries.has(id));
    if (missing.length > 0) {
      for (const [id, entry] of await readAndFill(missing)) entries.set(id, entry);
    }
    return entries;
  };
  const minimumCover = addDays(today, LONGEST_RANGE_DAYS);

  const readAround = async (id: string, from: LocalDate, to: LocalDate) => {
    const entries = toEntries(await availability.listRecords([id], from, to), { from, to });
    return getOr404(entries, id);
  };

  return {
    list,
    async get(id, dates) {
      if (dates === null || dates.to <= minimumCover) return getOr404(await list([id]), id);
      // Beyond what the cache holds: these dates from the database, and nothing is kept of them.
      return readAround(id, dates.from, addDays(dates.to, 1));
    },
    async getUncached(id, aroundAt) {
      const date = localDateOf(aroundAt, "UTC");
      return readAround(id, addDays(date, -16), addDays(date, 16));
    },
  };
}

function getOr404(entries: Map<string, AvailabilityEntry>, id: string): AvailabilityEntry {
  const entry = entries.get(id);
  if (!entry) throw new DomainError("not_found");
  return entry;
}

/** Only active instructors: of the others the public learns nothing, and nothing is kept. */
function toEntries(
  records: Map<string, AvailabilityRecord>,
  cover: { from: LocalDate; to: LocalDate },
): Map<string, AvailabilityEntry> {
  const entries = new Map<string, AvailabilityEntry>();
  for (const [id, { status, displayName, version, inputs }] of records) {
    if (status !== "active") continue;
    entries.set(id, { displayName, version, coveredFrom: cover.from, coveredTo: cover.to, inputs });
  }
  return entries;
}
