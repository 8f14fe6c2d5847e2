import type { KeyboardEvent } from "react";

/**
 * Lets the arrow keys walk through the times inside an element: up and down within a day (marked
 * `data-day`), left and right to the neighbouring day, or along the row where there is one day only.
 */
export function onArrowKeys(event: KeyboardEvent<HTMLElement>) {
  const here = document.activeElement;
  if (!(here instanceof HTMLElement) || !here.matches("a[data-start]")) return;
  const target = neighbour(event.currentTarget, here, event.key);
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function neighbour(root: HTMLElement, here: HTMLElement, key: string): HTMLElement | undefined {
  const days = [...root.querySelectorAll<HTMLElement>("[data-day]")]
    .map((day) => [...day.querySelectorAll<HTMLElement>("a[data-start]")])
    .filter((starts) => starts.length > 0);
  const day = days.findIndex((starts) => starts.includes(here));
  const starts = days[day] ?? [];
  const index = starts.indexOf(here);
  const isRow = days.length === 1;
  if (key === "ArrowUp" || (isRow && key === "ArrowLeft")) return starts[index - 1];
  if (key === "ArrowDown" || (isRow && key === "ArrowRight")) return starts[index + 1];
  if (key === "Home") return starts[0];
  if (key === "End") return starts.at(-1);
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  const beside = days[day + (key === "ArrowLeft" ? -1 : 1)];
  return beside?.[Math.min(index, beside.length - 1)];
}
