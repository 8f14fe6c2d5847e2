import { plural } from "../worker/domain/format.ts";

/** How long to wait, in words and never shorter than it is: "30 seconds", "2 minutes", "1 hour". */
export function waitInWords(seconds: number): string {
  if (seconds < 60) return plural(Math.max(1, Math.ceil(seconds)), "second");
  if (seconds <= 59 * 60) return plural(Math.ceil(seconds / 60), "minute");
  return plural(Math.ceil(seconds / 3600), "hour");
}
