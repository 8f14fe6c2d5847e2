import { useEffect, useState } from "react";

/** Something that can be searched for. */
export interface Completion {
  kind: "service" | "category" | "area";
  slug: string;
  name: string;
}

const FEWEST_LETTERS = 2;

/** Long enough that not every key asks, short enough to feel immediate. */
const PAUSE_MS = 120;

/** What the text may be about to become. Asks only while `isWanted`, and never shows a stale answer. */
export function useCompletions(text: string, isWanted: boolean): Completion[] {
  const [found, setFound] = useState<Completion[]>([]);
  const typed = text.trim();
  const isLongEnough = [...typed].length >= FEWEST_LETTERS;
  useEffect(() => {
    if (!isWanted || !isLongEnough) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const items = await fetchCompletions(typed, controller.signal);
      if (!controller.signal.aborted) setFound(items);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [typed, isLongEnough, isWanted]);
  return isLongEnough ? found : [];
}

/** A search box without suggestions still searches, so a failure is an empty list. */
async function fetchCompletions(typed: string, signal: AbortSignal): Promise<Completion[]> {
  try {
    const query = new URLSearchParams({ q: typed });
    const response = await fetch(`/api/search/complete?${query}`, { signal });
    if (!response.ok) return [];
    const { items }: { items: Completion[] } = await response.json();
    return items;
  } catch {
    return [];
  }
}
