import type { Context } from "hono";
import type { Announcement } from "../domain/announcement.ts";
import type { RandomSource } from "../platform/random.ts";
import type { AppEnv } from "./context.ts";
import { findIdentity, getVisitor } from "./visitor.ts";

/** The announcement that the pages show to whoever sent this request. */
export interface PageNotices {
  /** Null for none. */
  findCurrent(): Promise<Announcement | null>;
  /** Not shown again for a day. Answers values for Set-Cookie, by which a guest is known again. */
  dismiss(id: string): Promise<string[]>;
}

export function createPageNotices(c: Context<AppEnv>, random: RandomSource): PageNotices {
  const { announcements } = c.var.services;
  return {
    async findCurrent() {
      return await announcements.findCurrent(await c.var.findActor(), await findIdentity(c));
    },
    async dismiss(id) {
      const { visitor, cookies } = await getVisitor(c, random);
      await announcements.dismiss(visitor.identity, id);
      return cookies;
    },
  };
}
