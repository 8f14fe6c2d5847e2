import { displayName } from "./actor.ts";
import { toRfc3339 } from "./local-time.ts";

type Value = string | number | null;
type Row = Record<string, Value>;

/** Columns that are 0 or 1 in the database. */
const FLAGS = new Set(["about_you", "by_you", "clears_searches", "granted", "is_active"]);

/** Columns that are JSON in the database. */
const STRUCTURES = new Set([
  "audiences",
  "data",
  "details",
  "duration_options",
  "levels",
  "location_types",
  "services",
]);

/** A person's rows, by section, as the one document that they are given. */
export function toExport(
  sections: Record<string, readonly Row[]>,
  exportedAt: number,
): Record<string, unknown> {
  const { account = [], profile = [], calendar_feed = [], ...lists } = sections;
  return {
    format: "instainstru-personal-data-1",
    exported_at: toRfc3339(exportedAt),
    account: toItem(account[0] ?? {}),
    profile: profile[0] ? toItem(profile[0]) : null,
    ...Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, rows.map(toItem)])),
    calendar_feed: calendar_feed[0] ? toItem(calendar_feed[0]) : null,
  };
}

/** Rule: the other party of a lesson is told by first name and initial. */
function toItem({ other_first_name, other_last_name, ...columns }: Row): Record<string, unknown> {
  const item = Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [name, toJson(name, value)]),
  );
  if (other_first_name === undefined) return item;
  return { ...item, other_party: displayName(`${other_first_name}`, `${other_last_name}`) };
}

function toJson(name: string, value: Value): unknown {
  if (value === null) return null;
  if (FLAGS.has(name)) return value === 1;
  if (STRUCTURES.has(name)) return JSON.parse(String(value));
  // An instant by its name; none is stored in another way.
  return name.endsWith("_at") ? toRfc3339(Number(value)) : value;
}
