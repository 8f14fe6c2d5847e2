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
      const loaded = await stats.load(id, now, now - STATS_DAYS * DAY_MS);
      if (!loaded) throw new DomainError("not_found");
      const { timezone } = loaded;
      const { fromAt, toAt } = monthOf(localDateOf(now, timezone), timezone);
      return { ...loaded, earnedThisMonthCents: await stats.sumEarned(id, fromAt, toAt) };
    },
  };
}
