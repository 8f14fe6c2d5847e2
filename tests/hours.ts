import { query } from "./database.ts";
import type { TestInstructor } from "./factories.ts";

/** The days of a week as the API names them. */
export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export const NINE_TO_FIVE = { start_time: "09:00", end_time: "17:00" };

/** A range of local times as the API has it. */
export type Range = { start_time: string; end_time: string };

/** The body of the weekly hours: the same ranges on every day, but for `others`. */
export function weekOf(ranges: Range[], others: Record<string, Range[]> = {}) {
  return { hours: { ...Object.fromEntries(DAYS.map((day) => [day, ranges])), ...others } };
}

/** All that the database holds of an instructor's hours: equal before and after means untouched. */
export async function stateOf({ id }: TestInstructor) {
  const hours = await query(
    "SELECT id, weekday, date, start_minute, end_minute FROM availability_hours WHERE instructor_id = ? ORDER BY id",
    id,
  );
  const [row] = await query("SELECT * FROM instructors WHERE id = ?", id);
  return { hours, row };
}
