import {
  addDays,
  type LocalDate,
  parseLocalDate,
  weekdayOf,
} from "../../../../worker/domain/local-time.ts";

export const WHENS = ["upcoming", "past", "cancelled"] as const;
export type When = (typeof WHENS)[number];

/** A list of lessons, or a week of them by its first date. */
export type BookingsView =
  | { kind: "list"; when: When; page: number }
  | { kind: "week"; start: LocalDate };

/** What an address asks for; what cannot be read is as if it were not there. */
export function parseView(params: URLSearchParams, today: LocalDate): BookingsView {
  const week = params.get("week");
  if (week !== null) return { kind: "week", start: mondayOf(parseLocalDate(week) ?? today) };
  const when = WHENS.find((one) => one === params.get("when")) ?? "upcoming";
  const page = Math.min(Math.max(1, Math.trunc(Number(params.get("page"))) || 1), 1000);
  return { kind: "list", when, page };
}

export function toBookingsPath(view: BookingsView): string {
  const params = new URLSearchParams();
  if (view.kind === "week") params.set("week", view.start);
  else {
    if (view.when !== "upcoming") params.set("when", view.when);
    if (view.page > 1) params.set("page", String(view.page));
  }
  return params.size > 0 ? `/teach/bookings?${params}` : "/teach/bookings";
}

function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}
