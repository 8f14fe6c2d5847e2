import { toId } from "../../../worker/domain/id.ts";
import type { InteractionType } from "../../../worker/domain/tracking.ts";
import type { BookingRow, SearchEventRow, SearchInteractionRow } from "../demo-rows.ts";
import type { Random } from "../random.ts";

/** A page shows so many results, and few people look at more than some of them. */
const SHOWN = 10;
const MOSTLY_SEEN = 6;
/** A page reports every so often, and when it is left. */
const REPORTED_EVERY_MS = 5000;

/**
 * What somebody does with the first page of results, ids in order: sees some of it, and perhaps opens
 * a profile. Who books a lesson from it opens the profile of whoever teaches it.
 */
export function browseResults(
  random: Random,
  event: SearchEventRow,
  { found, booking }: { found: readonly string[]; booking: BookingRow | null },
): SearchInteractionRow[] {
  const shown = found.slice(0, SHOWN);
  const booked = booking ? shown.indexOf(booking.instructorId) : -1;
  const seen = shown.slice(0, Math.max(booked + 1, random.int(1, MOSTLY_SEEN)));
  const rows: SearchInteractionRow[] = [];
  let elapsedMs = random.int(500, 1500);
  const add = (type: InteractionType, place: number) => {
    const instructorId = seen[place] as string;
    rows.push(toRow(random, event, { type, instructorId, position: place + 1, elapsedMs }));
  };
  for (const place of seen.keys()) {
    add("impression", place);
    elapsedMs += random.int(200, 2500);
    if (event.device === "desktop" && random.chance(0.3)) add("hover", place);
  }
  const opened = booked >= 0 ? booked : chooseOpened(random, seen.length);
  if (opened !== null) {
    add("click", opened);
    if (booked >= 0 || random.chance(0.8)) add("view_profile", opened);
  }
  const reported = rows.map((row) => ({ ...row, createdAt: reportedAt(event, row, elapsedMs) }));
  return booking && booked >= 0
    ? [...reported, toBookRow(random, event, booking, booked + 1)]
    : reported;
}

/** The place of a result that is opened, the first ones far more often; null where none is. */
function chooseOpened(random: Random, seen: number): number | null {
  if (seen === 0 || random.chance(0.55)) return null;
  return Math.min(random.int(0, seen - 1), random.int(0, seen - 1));
}

function reportedAt(event: SearchEventRow, row: SearchInteractionRow, leftMs: number): number {
  const due = Math.ceil((row.elapsedMs ?? 0) / REPORTED_EVERY_MS) * REPORTED_EVERY_MS;
  return event.searchedAt + Math.min(due, leftMs);
}

function toBookRow(
  random: Random,
  event: SearchEventRow,
  { instructorId, createdAt }: BookingRow,
  position: number,
): SearchInteractionRow {
  const elapsedMs = createdAt - event.searchedAt;
  const row = toRow(random, event, { type: "book", instructorId, position, elapsedMs });
  return { ...row, createdAt };
}

function toRow(
  random: Random,
  { id, searchedAt }: SearchEventRow,
  facts: Pick<SearchInteractionRow, "type" | "instructorId" | "position" | "elapsedMs">,
): SearchInteractionRow {
  return { id: toId(random.bytes(16)), searchEventId: id, ...facts, createdAt: searchedAt };
}
