import type { Actor } from "../../../../worker/domain/actor.ts";
import type { OwnOffering } from "../../../../worker/domain/teaching-profile.ts";
import type { Services } from "../../../../worker/services/index.ts";

/** More than there are services: somebody can have one offering of each, most of them hidden. */
const ALL = 1000;

/** Shown and hidden ones, oldest first. */
export async function listOfferings({ offerings }: Services, actor: Actor): Promise<OwnOffering[]> {
  return (await offerings.list(actor, { page: 1, perPage: ALL })).items;
}

/** Throws the answer 404 also for somebody else's. */
export async function getOffering(
  services: Services,
  actor: Actor,
  id: string | undefined,
): Promise<OwnOffering> {
  const offering = (await listOfferings(services, actor)).find((one) => one.id === id);
  if (!offering) throw new Response(null, { status: 404 });
  return offering;
}
