import { formatDuration, plural } from "../worker/domain/format.ts";

/** How long to wait, in words and never shorter than it is: "30 seconds", "2 minutes", "1 hour". */
export function waitInWords(seconds: number): string {
  if (seconds < 60) return plural(Math.max(1, Math.ceil(seconds)), "second");
  if (seconds <= 59 * 60) return plural(Math.ceil(seconds / 60), "minute");
  return plural(Math.ceil(seconds / 3600), "hour");
}

/** What is left until something, in words and never longer than it is: "2 days", "1 h 20 min". */
export function timeLeft(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return "less than a minute";
  const days = Math.floor(minutes / 1440);
  return days >= 2 ? plural(days, "day") : formatDuration(minutes);
}
