import type { HoursEditorRepository } from "../../db/repositories/hours-editor.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import type { Booking } from "../domain/booking.ts";
import { DomainError } from "../domain/errors.ts";
import {
  applyEdit,
  changedDates,
  diffHours,
  type HoursEdit,
  windowsOf,
} from "../domain/hours-edit.ts";
import { addDays, type LocalDate, localDateOf } from "../domain/local-time.ts";
import {
  type Blackout,
  type HoursScope,
  type TeachingDay,
  type TeachingHours,
  toScopeText,
  toTeachingDay,
  weekFrom,
} from "../domain/week.ts";
import type { AvailabilityCache } from "../platform/availability-cache.ts";
import { sha256Hex } from "../platform/hash.ts";

/** Each time somebody has written meanwhile; so many times in a row is no accident. */
const MOST_ATTEMPTS = 5;

/** What an editor sees, or had seen when deciding what to write: a scope with its fingerprint. */
export interface SeenHours {
  scope: HoursScope;
  fingerprint: string;
}

/** Seven days with the lessons that begin on each. */
export interface TeachingWeek {
  start: LocalDate;
  timezone: string;
  days: (TeachingDay & { lessons: Booking[] })[];
}

/** All that an editor of hours shows. */
export interface HoursOverview {
  hours: TeachingHours;
  today: LocalDate;
  seen: SeenHours;
  /** Null where the weekly hours are looked at. */
  week: TeachingWeek | null;
  /** The next that are not over, soonest first. */
  upcomingBlackouts: Blackout[];
}

export interface EditedHours {
  hours: TeachingHours;
  changedDates: LocalDate[];
  /** What the editor sees now: of the scope that was seen, or the one that the edit is about. */
  seen: SeenHours;
}

/** An instructor's own hours. All throw `not_found` for those who have no teaching profile. */
export interface HoursService {
  getWeekly(actor: Actor | null): Promise<{ hours: TeachingHours; seen: SeenHours }>;
  getWeek(actor: Actor | null, start: LocalDate): Promise<{ week: TeachingWeek; seen: SeenHours }>;
  /** The weekly hours (null), or the week from `start` on, with what stands around them. */
  getOverview(actor: Actor | null, start: LocalDate | null): Promise<HoursOverview>;
  /**
   * Makes one edit, whole or not at all. What is so already is not written again, whatever was seen.
   * Throws `validation_failed`, and `precondition_failed` when what was `seen` (null: no matter
   * what) is not so any more.
   */
  edit(actor: Actor | null, edit: HoursEdit, seen: SeenHours | null): Promise<EditedHours>;
}

export interface HoursDependencies {
  hours: HoursEditorRepository;
  cache: AvailabilityCache;
  now: number;
}

export function createHoursService(dependencies: HoursDependencies): HoursService {
  const { hours: repository, now } = dependencies;
  return {
    async getWeekly(actor) {
      const { id } = assertPermission(actor, "manage_availability");
      const { hours } = toKnown(await repository.load(id, []));
      return { hours, seen: await toSeen(hours, "weekly") };
    },

    async getWeek(actor, start) {
      const { id } = assertPermission(actor, "manage_availability");
      const { hours, lessons } = toKnown(await repository.loadWeek(id, start));
      return { week: toWeek(hours, start, lessons), seen: await toSeen(hours, start) };
    },

    async getOverview(actor, start) {
      const { id } = assertPermission(actor, "manage_availability");
      const loaded = toKnown(await repository.loadOverview(id, start, now));
      const { hours, lessons, upcomingBlackouts } = loaded;
      const today = localDateOf(now, hours.timezone);
      return {
        hours,
        today,
        seen: await toSeen(hours, start ?? "weekly"),
        week: start === null ? null : toWeek(hours, start, lessons),
        upcomingBlackouts: upcomingBlackouts.filter(({ endOn }) => endOn >= today),
      };
    },

    async edit(actor, edit, seen) {
      const { id } = assertPermission(actor, "manage_availability");
      return await makeEdit(dependencies, id, edit, seen);
    },
  };
}

/** Reads, decides and writes; begins anew when anything was written in between. */
async function makeEdit(
  { hours: repository, cache, now }: HoursDependencies,
  id: string,
  edit: HoursEdit,
  seen: SeenHours | null,
): Promise<EditedHours> {
  const scope = seen?.scope ?? scopeOf(edit);
  const windows = [...windowsOf(edit), ...windowsOfScope(scope)];
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const { hours, rows, version } = toKnown(await repository.load(id, windows));
    const after = applyEdit(hours, edit, localDateOf(now, hours.timezone));
    const change = diffHours(rows, after);
    const edited = {
      hours: after,
      changedDates: changedDates(hours, after),
      seen: await toSeen(after, scope),
    };
    const isSame = change.removedIds.length + change.added.length === 0;
    if (isSame && after.timezone === hours.timezone) return edited;
    if (seen && (await toSeen(hours, scope)).fingerprint !== seen.fingerprint) {
      throw new DomainError("precondition_failed");
    }
    if (await repository.save(id, version, change, after.timezone, now)) {
      await cache.drop([id]);
      return edited;
    }
  }
  throw new DomainError("precondition_failed");
}

function scopeOf(edit: HoursEdit): HoursScope {
  switch (edit.kind) {
    case "weekly":
      return "weekly";
    case "date":
      return edit.date;
    case "week":
      return edit.from;
    case "copy_week":
      return edit.to;
    case "apply_week":
    case "clear":
      return edit.startOn;
  }
}

function windowsOfScope(scope: HoursScope) {
  return scope === "weekly" ? [] : [{ from: scope, to: addDays(scope, 6) }];
}

async function toSeen(hours: TeachingHours, scope: HoursScope): Promise<SeenHours> {
  return { scope, fingerprint: (await sha256Hex(toScopeText(hours, scope))).slice(0, 32) };
}

function toWeek(hours: TeachingHours, start: LocalDate, lessons: readonly Booking[]): TeachingWeek {
  const { timezone } = hours;
  const byDate = Map.groupBy(lessons, ({ startAt }) => localDateOf(startAt, timezone));
  const days = weekFrom(start).map((date) => ({
    ...toTeachingDay(hours, date),
    lessons: byDate.get(date) ?? [],
  }));
  return { start, timezone, days };
}

function toKnown<T>(record: T | null): T {
  if (!record) throw new DomainError("not_found");
  return record;
}
