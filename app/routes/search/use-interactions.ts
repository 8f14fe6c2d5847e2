import { type RefObject, useEffect, useRef } from "react";
import { createInteractionLog, type Interaction, type InteractionLog } from "./interactions.ts";

const ADDRESS = "/api/search-history/interactions";
const SEND_EVERY_MS = 5000;

/** Half of a card for half a second is seen; less is scrolled past. */
const SEEN_SHARE = 0.5;
const SEEN_AFTER_MS = 500;
const HOVERED_AFTER_MS = 500;

type Report = (type: Interaction["type"], card: HTMLElement) => void;

/**
 * Reports which cards of the list were seen, hovered and clicked. Nothing waits for it and nothing
 * fails with it. Null measures nothing.
 */
export function useInteractions(
  list: RefObject<HTMLElement>,
  eventId: string | null,
  page: number,
): void {
  const search = useRef<{ eventId: string; log: InteractionLog; shownAt: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has other cards to watch.
  useEffect(() => {
    if (!list.current || eventId === null) return;
    // Another page or order is the same search, so what was seen stays seen.
    if (search.current?.eventId !== eventId) {
      search.current = { eventId, log: createInteractionLog(), shownAt: performance.now() };
    }
    const { log, shownAt } = search.current;
    const report: Report = (type, card) => {
      const { instructor, position } = card.dataset;
      if (!instructor) return;
      const elapsed_ms = Math.round(performance.now() - shownAt);
      log.add({ type, instructor_id: instructor, position: Number(position), elapsed_ms });
    };
    const stops = [
      watchSeen(list.current, report),
      watchPointer(list.current, report),
      sendRegularly(eventId, log),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [list, eventId, page]);
}

function watchSeen(list: HTMLElement, report: Report): () => void {
  const timers = new Map<Element, number>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio } of entries) {
        window.clearTimeout(timers.get(target));
        if (intersectionRatio < SEEN_SHARE) continue;
        const timer = window.setTimeout(report, SEEN_AFTER_MS, "impression", target);
        timers.set(target, timer);
      }
    },
    { threshold: SEEN_SHARE },
  );
  for (const card of list.children) observer.observe(card);
  return () => {
    observer.disconnect();
    for (const timer of timers.values()) window.clearTimeout(timer);
  };
}

function watchPointer(list: HTMLElement, report: Report): () => void {
  const stop = new AbortController();
  let timer = 0;
  let hovered: HTMLElement | null = null;
  const hover = (card: HTMLElement | null) => {
    if (card === hovered) return;
    hovered = card;
    window.clearTimeout(timer);
    if (card) timer = window.setTimeout(report, HOVERED_AFTER_MS, "hover", card);
  };
  const { signal } = stop;
  list.addEventListener("mouseover", ({ target }) => hover(cardOf(target)), { signal });
  list.addEventListener("mouseleave", () => hover(null), { signal });
  list.addEventListener("click", ({ target }) => reportClick(target, report), { signal });
  return () => {
    stop.abort();
    window.clearTimeout(timer);
  };
}

function reportClick(target: EventTarget | null, report: Report): void {
  const link = target instanceof Element ? target.closest("a") : null;
  const card = cardOf(link);
  if (!link || !card) return;
  report("click", card);
  if (link.dataset.search === "view_profile") report("view_profile", card);
}

function cardOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-instructor]") : null;
}

/** Every few seconds, when the page is hidden or left, and at the end. */
function sendRegularly(eventId: string, log: InteractionLog): () => void {
  const send = () => {
    for (const interactions of log.take()) {
      const body = JSON.stringify({ search_event_id: eventId, interactions });
      navigator.sendBeacon(ADDRESS, new Blob([body], { type: "application/json" }));
    }
  };
  const sendWhenHidden = () => {
    if (document.visibilityState === "hidden") send();
  };
  const timer = window.setInterval(send, SEND_EVERY_MS);
  document.addEventListener("visibilitychange", sendWhenHidden);
  window.addEventListener("pagehide", send);
  return () => {
    window.clearInterval(timer);
    document.removeEventListener("visibilitychange", sendWhenHidden);
    window.removeEventListener("pagehide", send);
    send();
  };
}
