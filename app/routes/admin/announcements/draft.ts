import * as v from "valibot";
import {
  type AnnouncementDraft,
  AUDIENCES,
  HIGHEST_PRIORITY,
  isLinkPath,
  LONGEST_BODY,
  LONGEST_TITLE,
} from "../../../../worker/domain/announcement.ts";
import {
  firstInstantOfLocal,
  localDateOf,
  parseLocalDate,
  parseLocalTime,
  startTimeLabel,
} from "../../../../worker/domain/local-time.ts";
import { type FormError, invalidForm, parseForm } from "../../../forms.ts";

const isText = (text: string) =>
  text.isWellFormed() && !/\p{Cc}/u.test(text.replaceAll(/[\t\n\r]/g, ""));

const announcementForm = v.object({
  title: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty("Enter a title."),
    v.maxLength(LONGEST_TITLE, `Use at most ${LONGEST_TITLE} characters.`),
    v.check((title) => isText(title) && !/[\t\n\r]/.test(title), "Use letters for the title."),
  ),
  body: v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(LONGEST_BODY, `Use at most ${LONGEST_BODY} characters.`),
    v.check(isText, "Use letters for the text."),
  ),
  link_path: v.pipe(
    v.string(),
    v.trim(),
    v.check(
      (path) => path === "" || isLinkPath(path),
      "Enter a path of this site, such as /services.",
    ),
  ),
  audience: v.picklist(AUDIENCES, "Choose who sees it."),
  priority: v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^\d{1,3}$/, `Enter a whole number from 0 to ${HIGHEST_PRIORITY}.`),
    v.transform(Number),
    v.maxValue(HIGHEST_PRIORITY, `Enter a whole number from 0 to ${HIGHEST_PRIORITY}.`),
  ),
  starts_at: v.string(),
  ends_at: v.string(),
});

export type DraftResult =
  | { draft: AnnouncementDraft; error: null }
  | { draft: null; error: FormError };

/** The announcement of a form whose two moments are on the clock of `zone`. */
export function parseDraft(form: FormData, zone: string): DraftResult {
  const { values, error } = parseForm(announcementForm, form);
  const [startsAt, endsAt] = ["starts_at", "ends_at"].map((name) =>
    parseMoment(String(form.get(name) ?? ""), zone),
  );
  const periodProblems = [
    ...(startsAt == null ? [{ name: "starts_at", message: UNREADABLE }] : []),
    ...(endsAt == null ? [{ name: "ends_at", message: UNREADABLE }] : []),
    ...(startsAt != null && endsAt != null && endsAt <= startsAt
      ? [{ name: "ends_at", message: "Choose an end after the start." }]
      : []),
  ];
  const problems = [...(error?.fields ?? []), ...periodProblems];
  if (!values || startsAt == null || endsAt == null || problems.length > 0) {
    return { draft: null, error: invalidForm(problems) };
  }
  const { title, body, link_path, audience, priority } = values;
  const linkPath = link_path || null;
  return { draft: { title, body, linkPath, audience, priority, startsAt, endsAt }, error: null };
}

const UNREADABLE = "Choose a day and a time that the clocks show that day.";

/** "2026-12-01T09:00" as a browser sends it; null for anything else and for a time that is skipped. */
function parseMoment(text: string, zone: string): number | null {
  const [date = "", time = "", ...more] = text.split("T");
  const minute = parseLocalTime(time);
  if (more.length > 0 || minute === null || !parseLocalDate(date)) return null;
  return firstInstantOfLocal(date, minute, zone);
}

/** The value of a field for a day and a time. */
export function toMoment(at: number, zone: string): string {
  return `${localDateOf(at, zone)}T${startTimeLabel(at, zone)}`;
}
