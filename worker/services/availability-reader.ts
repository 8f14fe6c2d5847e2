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
  /**
   * Looks into the cache ahead of the question, so that what the cache does not have is read from the
   * database together with whatever else is asked for then. Fails at nothing.
   */
  lookUp(instructorId: string): Promise<void>;
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

  const minimumCover = addDays(today, LONGEST_RANGE_DAYS);

  const found = new Map<string, Promise<AvailabilityEntry | null>>();
  const findInCache = (id: string) => {
    const known = found.get(id) ?? cache.find(id);
    found.set(id, known);
    return known.then((entry) => (entry && entry.coveredTo >= minimumCover ? entry : null));
  };

  /** What several parts of a page ask for is read once. */
  const read = new Map<string, Promise<AvailabilityEntry | null>>();
  const readEach = (ids: readonly string[]) => {
    const unread = ids.filter((id) => !read.has(id));
    if (unread.length > 0) {
      const entries = readAndFill(unread);
      for (const id of unread)
        read.set(
          id,
          entries.then((all) => all.get(id) ?? null),
        );
    }
    return Promise.all(ids.map(async (id) => [id, (await read.get(id)) ?? null] as const));
  };

  const list = async (ids: readonly string[]) => {
    const cached = await Promise.all(ids.map(async (id) => [id, await findInCache(id)] as const));
    const missing = cached.flatMap(([id, entry]) => (entry ? [] : id));
    const entries = new Map<string, AvailabilityEntry>();
    for (const [id, entry] of [...cached, ...(await readEach(missing))]) {
      if (entry) entries.set(id, entry);
    }
    return entries;
  };

  const readAround = async (id: string, from: LocalDate, to: LocalDate) => {
    const entries = toEntries(await availability.listRecords([id], from, to), { from, to });
    return getOr404(entries, id);
  };

  return {
    list,
    async lookUp(id) {
      await findInCache(id);
    },
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
