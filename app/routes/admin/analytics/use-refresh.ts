import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/**
 * Loads the page's numbers anew every so many milliseconds while somebody can see them, and at once
 * when they come back to it. Without a network it waits, instead of showing that there is none.
 */
export function useRefresh(everyMs: number): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const isVisible = () => document.visibilityState === "visible";
    const refresh = () => {
      if (isVisible() && navigator.onLine) revalidate();
    };
    const timer = setInterval(refresh, everyMs);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [everyMs, revalidate]);
}
