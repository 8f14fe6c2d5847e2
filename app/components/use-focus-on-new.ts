import { useLocation } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";

/**
 * After a navigation without reload the focus starts over, as after a reload: at what the answered ref
 * is given to, whenever `shown` is another one (a path, or a step where the path stays the same).
 */
export function useFocusOnNew<T extends HTMLElement>(shown: string): RefObject<T> {
  const { hash } = useLocation();
  const target = useRef<T>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (hash || target.current?.contains(document.activeElement)) return;
    target.current?.focus({ preventScroll: true });
  }, [shown, hash]);
  return target;
}
