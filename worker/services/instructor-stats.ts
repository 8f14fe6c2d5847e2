import type { InstructorStatsRepository } from "../../db/repositories/instructor-stats.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import { DomainError } from "../domain/errors.ts";
import { type InstructorStats, monthOf, STATS_DAYS } from "../domain/instructor-stats.ts";
import { localDateOf } from "../domain/local-time.ts";

const DAY_MS = 86_400_000;

export interface InstructorStatsService {
  /** An instructor's own figures. Throws `not_found` for those who have no teaching profile. */
  get(actor: Actor | null): Promise<InstructorStats>;
}

export function createInstructorStatsService({
  stats,
  now,
}: {
  stats: InstructorStatsRepository;
  now: number;
}): InstructorStatsService {
  return {
    async get(actor) {
      const { id } = assertPermission(actor, "view_own_instructor_analytics");
      // The zone is read with the figures, so the lessons of the month are those of any zone's.
      const widest = {
        fromAt: monthOf(localDateOf(now - DAY_MS, "UTC"), "UTC").fromAt - DAY_MS,
        toAt: monthOf(localDateOf(now + DAY_MS, "UTC"), "UTC").toAt + DAY_MS,
      };
      const [loaded, lessons] = await Promise.all([
        stats.load(id, now, now - STATS_DAYS * DAY_MS),
        stats.listEarned(id, widest.fromAt, widest.toAt),
      ]);
      if (!loaded) throw new DomainError("not_found");
      const { timezone } = loaded;
      const month = monthOf(localDateOf(now, timezone), timezone);
      const earned = lessons.map(({ startAt, earnedCents }) =>
        startAt >= month.fromAt && startAt < month.toAt ? earnedCents : 0,
      );
      return { ...loaded, earnedThisMonthCents: earned.reduce((sum, cents) => sum + cents, 0) };
    },
  };
}
