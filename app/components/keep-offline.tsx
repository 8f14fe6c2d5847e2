import { useEffect } from "react";
import type { Booking } from "../../worker/domain/booking.ts";
import { formatMoment, placeLabel, zoneLabel } from "../../worker/domain/format.ts";

/** Where the script of the offline page looks for the lessons. */
const CACHE = "lessons";
const ADDRESS = "/offline/lessons";

const KEPT_LESSONS = 5;

interface KeepOfflineProps {
  /** The next ones of whoever is signed in, soonest first. */
  lessons: Booking[];
  zone: string;
  now: number;
}

/** Keeps the next lessons in this browser, to be read there without a network. */
export function KeepOffline({ lessons, zone, now }: KeepOfflineProps) {
  useEffect(() => {
    if (!("caches" in window)) return;
    const kept = {
      seen: formatMoment(now, zone),
      lessons: lessons.slice(0, KEPT_LESSONS).map((lesson) => ({
        title: `${lesson.serviceName} with ${lesson.instructor.displayName}`,
        when: `${formatMoment(lesson.startAt, zone)} in ${zoneLabel(zone)}`,
        place: placeLabel(lesson.locationType),
      })),
    };
    void caches.open(CACHE).then((cache) => cache.put(ADDRESS, Response.json(kept)));
  }, [lessons, zone, now]);
  return null;
}

/**
 * Brings the page that is shown without a network. What was kept of somebody's lessons is gone as
 * soon as nobody is signed in.
 */
export function useOfflinePage(isSignedIn: boolean): void {
  useEffect(() => {
    if (!isSignedIn && "caches" in window) void caches.delete(CACHE);
  }, [isSignedIn]);
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    // What the first page needs comes first.
    const register = () => void navigator.serviceWorker.register("/sw.js").catch(() => undefined);
    if (document.readyState === "complete") register();
    else window.addEventListener("load", register, { once: true });
    return () => window.removeEventListener("load", register);
  }, []);
}
