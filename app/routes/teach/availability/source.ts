import type { EditedDay } from "../../../week-edit.ts";
import type { HoursDay } from "./load.ts";

/** Where the hours of a day come from, in words. */
export function sourceOf(day: HoursDay, edited: EditedDay | undefined): string {
  if (day.isClosedOff) return "Day off";
  if (day.usual === null) return edited && edited.lines.length > 0 ? "Every week" : "Closed";
  if (edited?.isUsual) return "Usual hours";
  return edited && edited.lines.length > 0 ? "This week only" : "Closed this week";
}
