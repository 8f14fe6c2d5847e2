import { useEffect, useRef, useState } from "react";
import { Alert } from "./alert.tsx";

/** Keeps forms from being sent without a network, so that what was typed stays in them, and says so. */
export function OfflineFormGuard() {
  const isHeld = useHeldForms();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Above a dialog too, whose form may be the one that is held.
    box.current?.setAttribute("popover", "manual");
    if (isHeld) box.current?.showPopover?.();
  }, [isHeld]);
  if (!isHeld) return null;
  return (
    <div
      ref={box}
      role="alert"
      className="fixed inset-x-4 top-auto bottom-4 z-30 m-auto w-auto max-w-md rounded-2xl bg-surface"
    >
      <Alert kind="warning" title="You are offline, so nothing was sent.">
        What you have entered is still here. Send it once there is a network again.
      </Alert>
    </div>
  );
}

/** Whether a form was held back and there is no network since. */
function useHeldForms(): boolean {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    const hold = (event: SubmitEvent) => {
      const { target: form } = event;
      if (navigator.onLine || !(form instanceof HTMLFormElement) || form.method !== "post") return;
      event.preventDefault();
      event.stopPropagation();
      setIsHeld(true);
    };
    const release = () => setIsHeld(false);
    // Before the document, where the pages' own listeners are.
    window.addEventListener("submit", hold, true);
    window.addEventListener("online", release);
    return () => {
      window.removeEventListener("submit", hold, true);
      window.removeEventListener("online", release);
    };
  }, []);
  return isHeld;
}
