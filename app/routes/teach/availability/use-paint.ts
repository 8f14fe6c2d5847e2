import { type RefObject, useEffect, useRef, useState } from "react";
import type { GridBox, GridCell } from "../../../week-grid.ts";

/** A finger that rests so long paints; one that moves sooner scrolls. */
const HOLD_MS = 300;

/**
 * Painting in the grid with a mouse, a pen or a finger: the box that is being drawn, which is
 * handed on when it is let go. A finger holds still first, so that the page can still be scrolled.
 */
export function usePaint(
  ref: RefObject<HTMLElement | null>,
  onPaint: (box: GridBox) => void,
): GridBox | null {
  const [box, setBox] = useState<GridBox | null>(null);
  const done = useRef(onPaint);
  done.current = onPaint;
  useEffect(() => {
    const grid = ref.current;
    if (!grid) return;
    let current: GridBox | null = null;
    const show = (next: GridBox | null) => {
      current = next;
      setBox(next);
    };
    const stroke: Stroke = {
      isOn: () => current !== null,
      begin: (cell) => show({ anchor: cell, reach: cell }),
      reach: (cell) => {
        if (current && cell) show({ ...current, reach: cell });
      },
      end: () => {
        if (current) done.current(current);
        show(null);
      },
      cancel: () => show(null),
    };
    const stop = [listenToMouse(grid, stroke), listenToTouch(grid, stroke)];
    return () => {
      for (const end of stop) end();
    };
  }, [ref]);
  return box;
}

interface Stroke {
  isOn: () => boolean;
  begin: (cell: GridCell) => void;
  reach: (cell: GridCell | null) => void;
  end: () => void;
  cancel: () => void;
}

/** Also what is neither: a click that no pointer made, as screen readers send it, paints one cell. */
function listenToMouse(grid: HTMLElement, stroke: Stroke): () => void {
  let isClickOver = false;
  const controller = new AbortController();
  const { signal } = controller;
  grid.addEventListener(
    "pointerdown",
    (event) => {
      isClickOver = false;
      const cell = cellOf(event.target);
      if (event.pointerType === "touch" || event.button !== 0 || !cell) return;
      isClickOver = true;
      stroke.begin(cell);
    },
    { signal },
  );
  const move = (event: PointerEvent) => {
    if (event.pointerType !== "touch" && stroke.isOn()) {
      stroke.reach(cellAt(event.clientX, event.clientY));
    }
  };
  window.addEventListener("pointermove", move, { signal });
  window.addEventListener("pointerup", (event) => event.pointerType !== "touch" && stroke.end(), {
    signal,
  });
  window.addEventListener("keydown", ({ key }) => key === "Escape" && stroke.cancel(), { signal });
  grid.addEventListener(
    "click",
    (event) => {
      const cell = cellOf(event.target);
      if (cell && !isClickOver) {
        stroke.begin(cell);
        stroke.end();
      }
      isClickOver = false;
    },
    { signal },
  );
  return () => controller.abort();
}

function listenToTouch(grid: HTMLElement, stroke: Stroke): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const controller = new AbortController();
  const options = { signal: controller.signal, passive: false };
  grid.addEventListener(
    "touchstart",
    (event) => {
      const cell = cellOf(event.target);
      clearTimeout(timer);
      stroke.cancel();
      if (cell && event.touches.length === 1) timer = setTimeout(() => stroke.begin(cell), HOLD_MS);
    },
    options,
  );
  grid.addEventListener(
    "touchmove",
    (event) => {
      clearTimeout(timer);
      const touch = event.touches[0];
      if (!stroke.isOn() || !touch) return;
      event.preventDefault();
      stroke.reach(cellAt(touch.clientX, touch.clientY));
    },
    options,
  );
  grid.addEventListener(
    "touchend",
    (event) => {
      clearTimeout(timer);
      if (!stroke.isOn()) return;
      // No click on top of it.
      event.preventDefault();
      stroke.end();
    },
    options,
  );
  grid.addEventListener("touchcancel", () => stroke.cancel(), options);
  // Holding would open a menu otherwise.
  grid.addEventListener("contextmenu", (event) => stroke.isOn() && event.preventDefault(), options);
  return () => {
    clearTimeout(timer);
    controller.abort();
  };
}

function cellAt(x: number, y: number): GridCell | null {
  return cellOf(document.elementFromPoint(x, y));
}

function cellOf(target: EventTarget | null): GridCell | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-quarter]") : null;
  if (!cell) return null;
  return { day: Number(cell.dataset.day), quarter: Number(cell.dataset.quarter) };
}
