import type { Completion } from "./use-completions.ts";

const MOST_RECENT = 3;

/** One row below the search box. */
export interface SearchOption {
  kind: Completion["kind"] | "recent";
  text: string;
}

/** Own recent searches that begin as the text does, then what the text may become; no text twice. */
export function toSearchOptions(
  text: string,
  recent: readonly string[],
  completions: readonly Completion[],
): SearchOption[] {
  const typed = fold(text);
  const own = recent
    .filter((query) => fold(query).startsWith(typed) && fold(query) !== typed)
    .slice(0, MOST_RECENT);
  const known = new Set(own.map(fold));
  const rest = completions.filter(({ name }) => !known.has(fold(name)));
  return [
    ...own.map((query): SearchOption => ({ kind: "recent", text: query })),
    ...rest.map(({ kind, name }): SearchOption => ({ kind, text: name })),
  ];
}

/** The option that a key leads to: null is the box itself, undefined a key that moves nothing. */
export function optionAfterKey(
  key: string,
  active: number | null,
  count: number,
): number | null | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  if (key === "ArrowDown") return active === null ? 0 : active === last ? null : active + 1;
  if (key === "ArrowUp") return active === null ? last : active === 0 ? null : active - 1;
  // Within the text these two belong to the caret.
  if (active === null) return undefined;
  if (key === "Home") return 0;
  return key === "End" ? last : undefined;
}

function fold(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
