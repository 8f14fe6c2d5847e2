import { createBlackoutRepository } from "../../../db/repositories/blackouts.ts";
import { createHoursEditorRepository } from "../../../db/repositories/hours-editor.ts";
import { createInstructorStatsRepository } from "../../../db/repositories/instructor-stats.ts";
import { createOfferingRepository } from "../../../db/repositories/offerings.ts";
import { createOwnStatusRepository } from "../../../db/repositories/own-status.ts";
import { createTeachingRepository } from "../../../db/repositories/teaching.ts";
import { areas, catalog } from "../../../db/seed/facts.ts";
import { createBlackoutService } from "../blackouts.ts";
import { createHoursService } from "../hours.ts";
import { createInstructorStatsService } from "../instructor-stats.ts";
import { createInstructorService } from "../instructors.ts";
import { createOfferingService } from "../offerings.ts";
import { createTeachingService } from "../teaching.ts";
import type { Shared } from "./shared.ts";

/** Instructors as everybody sees them, and as they run their teaching. */
export function teachingMakers({ basics: { db, random, now }, parts }: Shared) {
  return {
    blackouts: () =>
      createBlackoutService({
        blackouts: createBlackoutRepository(db),
        cache: parts.cache,
        random,
        now,
      }),
    hours: () =>
      createHoursService({ hours: createHoursEditorRepository(db), cache: parts.cache, now }),
    instructors: () => createInstructorService({ instructors: parts.instructors }),
    instructorStats: () =>
      createInstructorStatsService({ stats: createInstructorStatsRepository(db), now }),
    offerings: () =>
      createOfferingService({
        offerings: createOfferingRepository(db),
        services: catalog.services,
        random,
        now,
      }),
    teaching: () =>
      createTeachingService({
        teaching: createTeachingRepository(db),
        statuses: createOwnStatusRepository(db),
        areas,
        cache: parts.cache,
        random,
        now,
      }),
  };
}
