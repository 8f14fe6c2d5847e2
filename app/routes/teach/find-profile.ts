import type { Actor } from "../../../worker/domain/actor.ts";
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
  try {
    return await teaching.get(actor);
  } catch (error) {
    // The right alone, without a profile, comes from an exception made for one person.
    if (isDomainError(error) && error.code === "not_found") return null;
    throw error;
  }
}
