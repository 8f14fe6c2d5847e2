import { type RefObject, useEffect, useRef } from "react";

/**
 * Where the address's path stays the same from step to step, the focus is brought along here: to what
 * the answered ref is given to, whenever `step` is another one.
 */
export function useFocusOnNewStep<T extends HTMLElement>(step: string): RefObject<T> {
  const target = useRef<T>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    target.current?.focus({ preventScroll: true });
  }, [step]);
  return target;
}
