import type { AnnouncementRepository } from "../../db/repositories/announcements.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import {
  type Announcement,
  type AnnouncementDraft,
  audiencesOf,
  DISMISSED_FOR_MS,
  type ManagedAnnouncement,
} from "../domain/announcement.ts";
import type { Page } from "../domain/catalog.ts";
import { DomainError, invalidField } from "../domain/errors.ts";
import type { Identity } from "../domain/search-history.ts";
import type { RandomSource } from "../platform/random.ts";

export interface AnnouncementService {
  /** The one that this visitor should see now; null for none. */
  findCurrent(actor: Actor | null, identity: Identity | null): Promise<Announcement | null>;
  /** Not shown to this visitor for a day. Twice does no harm. */
  dismiss(identity: Identity, announcementId: string): Promise<void>;
  list(actor: Actor | null, page: number, perPage: number): Promise<Page<ManagedAnnouncement>>;
  get(actor: Actor | null, id: string): Promise<ManagedAnnouncement>;
  create(actor: Actor | null, draft: AnnouncementDraft): Promise<ManagedAnnouncement>;
  update(actor: Actor | null, id: string, draft: AnnouncementDraft): Promise<ManagedAnnouncement>;
  /** Nobody sees it from now on. One that is over stays as it is. */
  end(actor: Actor | null, id: string): Promise<ManagedAnnouncement>;
}

/** Managing them takes `moderate_content`. */
export function createAnnouncementService({
  announcements,
  random,
  now,
}: {
  announcements: AnnouncementRepository;
  random: RandomSource;
  now: number;
}): AnnouncementService {
  const assertManager = (actor: Actor | null) => assertPermission(actor, "moderate_content");
  const get = async (id: string) => {
    const found = await announcements.find(id);
    if (!found) throw new DomainError("not_found");
    return found;
  };
  const update = async (id: string, draft: AnnouncementDraft) => {
    assertPeriod(draft);
    if (!(await announcements.update(id, draft, now))) throw new DomainError("not_found");
    return await get(id);
  };

  return {
    findCurrent: (actor, identity) => announcements.findCurrent(identity, audiencesOf(actor), now),
    dismiss: (identity, announcementId) =>
      announcements.dismiss(identity, {
        id: random.newId(),
        announcementId,
        expiresAt: now + DISMISSED_FOR_MS,
      }),

    async list(actor, page, perPage) {
      assertManager(actor);
      return { ...(await announcements.list(perPage, (page - 1) * perPage)), page, perPage };
    },

    async get(actor, id) {
      assertManager(actor);
      return await get(id);
    },

    async create(actor, draft) {
      const { id: createdBy } = assertManager(actor);
      assertPeriod(draft);
      const id = random.newId();
      await announcements.insert({ ...draft, id, createdBy, createdAt: now });
      return { ...draft, id, createdAt: now, updatedAt: now };
    },

    async update(actor, id, draft) {
      assertManager(actor);
      return await update(id, draft);
    },

    async end(actor, id) {
      assertManager(actor);
      const found = await get(id);
      if (found.endsAt <= now) return found;
      // One that has not begun yet never does.
      return await update(id, {
        ...found,
        startsAt: Math.min(found.startsAt, now - 1),
        endsAt: now,
      });
    },
  };
}

function assertPeriod({ startsAt, endsAt }: AnnouncementDraft): void {
  if (endsAt <= startsAt) throw invalidField("ends_at", "must be after the start");
}
