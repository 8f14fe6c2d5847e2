import * as v from "valibot";
import { ACCOUNT_STATUSES } from "../../domain/actor.ts";
import { AUDIENCES } from "../../domain/announcement.ts";
import { API_SCOPES } from "../../domain/api-key.ts";
import { ERASURE_MODES } from "../../domain/erasure.ts";
import { PERMISSIONS, ROLES } from "../../domain/permission.ts";
import { Count, DateText, Flag, InstantText, Text } from "./common.ts";

const Permission = v.picklist(PERMISSIONS);
const Role = v.picklist(ROLES);
const Status = v.picklist(ACCOUNT_STATUSES);

export const Me = v.strictObject({
  id: Text,
  email: Text,
  first_name: Text,
  last_name: Text,
  timezone: Text,
  roles: v.array(Role),
  permissions: v.array(Permission),
  account_status: Status,
  email_verified: Flag,
});

export const Session = v.strictObject({
  id: Text,
  user_agent: v.nullable(Text),
  created_at: InstantText,
  last_seen_at: InstantText,
  expires_at: InstantText,
  is_current: Flag,
});

export const ResetTokenCheck = v.strictObject({ valid: Flag, email_masked: v.optional(Text) });

const apiKeyFacts = {
  id: Text,
  name: Text,
  scopes: v.array(v.picklist(API_SCOPES)),
  hint: Text,
  created_at: InstantText,
  expires_at: InstantText,
  last_used_at: v.nullable(InstantText),
};
export const ApiKey = v.strictObject(apiKeyFacts);
export const NewApiKey = v.strictObject({ ...apiKeyFacts, key: Text });

const announcementFacts = { id: Text, title: Text, body: Text, link_path: v.nullable(Text) };

export const CurrentAnnouncement = v.strictObject({
  announcement: v.nullable(v.strictObject(announcementFacts)),
});

export const Announcement = v.strictObject({
  ...announcementFacts,
  audience: v.picklist(AUDIENCES),
  priority: Count,
  starts_at: InstantText,
  ends_at: InstantText,
  created_at: InstantText,
  updated_at: InstantText,
});

const personFacts = {
  id: Text,
  email: Text,
  first_name: Text,
  last_name: Text,
  roles: v.array(Role),
  account_status: Status,
  created_at: InstantText,
  last_seen_at: v.optional(InstantText),
};
export const PersonSummary = v.strictObject(personFacts);

const LessonCounts = v.strictObject({
  total: Count,
  upcoming: Count,
  completed: Count,
  cancelled: Count,
  no_show: Count,
});

export const Person = v.strictObject({
  ...personFacts,
  timezone: Text,
  email_verified_at: v.optional(InstantText),
  has_instructor_profile: Flag,
  permissions: v.array(Permission),
  overrides: v.array(
    v.strictObject({ permission: Permission, granted: Flag, created_at: InstantText }),
  ),
  bookings: v.strictObject({ as_student: LessonCounts, as_instructor: LessonCounts }),
  audit: v.array(
    v.strictObject({
      id: Text,
      action: Text,
      details: v.record(v.string(), v.unknown()),
      actor: v.optional(v.strictObject({ id: Text, first_name: Text, last_name: Text })),
      created_at: InstantText,
    }),
  ),
});

const Counts = v.record(v.string(), Count);

/** Everything that is held of a person, by what it is. */
export const PersonalData = v.looseObject({
  format: v.literal("instainstru-personal-data-1"),
  exported_at: InstantText,
  account: v.record(v.string(), v.unknown()),
});

export const Erasure = v.strictObject({
  mode: v.picklist(ERASURE_MODES),
  erased_at: InstantText,
  cancelled_lessons: Count,
  removed: Counts,
  anonymized: Counts,
});

const retentionFacts = { rows: Counts, is_complete: Flag };
export const Retention = v.strictObject(retentionFacts);

export const PrivacyStatistics = v.strictObject({
  users: v.strictObject({ active: Count, suspended: Count, deactivated: Count, erased: Count }),
  tables: v.array(
    v.strictObject({
      table: Text,
      rows: Count,
      kept: Text,
      kept_days: v.nullable(Count),
      oldest_at: v.nullable(InstantText),
    }),
  ),
  last_run: v.nullable(
    v.strictObject({
      date: DateText,
      is_done: Flag,
      started_at: InstantText,
      finished_at: v.nullable(InstantText),
      ...retentionFacts,
    }),
  ),
});
