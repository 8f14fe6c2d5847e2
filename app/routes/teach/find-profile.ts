import type { Actor } from "../../../worker/domain/actor.ts";
import type { InstructorStats } from "../../../worker/domain/instructor-stats.ts";
import type { TeachingProfile } from "../../../worker/domain/teaching-profile.ts";
import type { Services } from "../../../worker/services/index.ts";
import { isDomainError } from "../../respond.ts";

/** The teaching profile of whoever has one; who has one and may not manage it is refused by name. */
export async function findProfile(
  { teaching }: Services,
  actor: Actor,
): Promise<TeachingProfile | null> {
  if (!actor.permissions.includes("manage_instructor_profile")) {
    if (actor.roles.includes("instructor")) throw new Response(null, { status: 403 });
    return null;
  }
  return await orNull(teaching.get(actor));
}

/** Their figures; null for those who have none, or may not see them. */
export async function findStats(
  { instructorStats }: Services,
  actor: Actor,
): Promise<InstructorStats | null> {
  if (!actor.permissions.includes("view_own_instructor_analytics")) return null;
  return await orNull(instructorStats.get(actor));
}

/** The right alone, without a profile, comes from an exception made for one person. */
export async function orNull<T>(wanted: Promise<T>): Promise<T | null> {
  try {
    return await wanted;
  } catch (error) {
    if (isDomainError(error) && error.code === "not_found") return null;
    throw error;
  }
}
