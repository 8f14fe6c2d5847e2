import * as v from "valibot";
import {
  type Announcement,
  type AnnouncementDraft,
  AUDIENCES,
  HIGHEST_PRIORITY,
  isLinkPath,
  LONGEST_BODY,
  LONGEST_TITLE,
  type ManagedAnnouncement,
} from "../domain/announcement.ts";
import { toRfc3339 } from "../domain/local-time.ts";
import { Instant, line, optionalText, pageEntries, wholeNumber } from "./common.ts";

const LinkPath = v.nullish(
  v.pipe(
    v.string("must be a path such as /services"),
    v.check(isLinkPath, "must be a path such as /services"),
  ),
);

export const AnnouncementBody = v.pipe(
  v.strictObject({
    title: line(LONGEST_TITLE),
    body: optionalText(LONGEST_BODY),
    link_path: LinkPath,
    audience: v.optional(
      v.picklist(AUDIENCES, `must be one of ${AUDIENCES.join(", ")}`),
      "everyone",
    ),
    priority: v.optional(wholeNumber(0, HIGHEST_PRIORITY), 0),
    starts_at: Instant,
    ends_at: Instant,
  }),
  v.transform(
    (body): AnnouncementDraft => ({
      title: body.title,
      body: body.body ?? "",
      linkPath: body.link_path ?? null,
      audience: body.audience,
      priority: body.priority,
      startsAt: body.starts_at,
      endsAt: body.ends_at,
    }),
  ),
);

export const AnnouncementListQuery = v.strictObject(pageEntries);

/** As its readers see it. */
export function toAnnouncementJson({ id, title, body, linkPath }: Announcement) {
  return { id, title, body, link_path: linkPath };
}

export function toManagedAnnouncementJson(announcement: ManagedAnnouncement) {
  return {
    ...toAnnouncementJson(announcement),
    audience: announcement.audience,
    priority: announcement.priority,
    starts_at: toRfc3339(announcement.startsAt),
    ends_at: toRfc3339(announcement.endsAt),
    created_at: toRfc3339(announcement.createdAt),
    updated_at: toRfc3339(announcement.updatedAt),
  };
}
