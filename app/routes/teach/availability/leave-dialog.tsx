import type { useBlocker } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "../../../components/button.tsx";

/** Asks whether unsaved changes are to be given up. */
export function LeaveDialog({ blocker }: { blocker: ReturnType<typeof useBlocker> }) {
  const ref = useRef<HTMLDialogElement>(null);
  const isAsking = blocker.state === "blocked";
  useEffect(() => {
    if (isAsking) ref.current?.showModal();
    else ref.current?.close();
  }, [isAsking]);
  return (
    <dialog
      ref={ref}
      aria-labelledby="leave-title"
      onClose={() => blocker.state === "blocked" && blocker.reset()}
      className="m-auto max-w-sm rounded-2xl border border-line bg-surface p-6 text-ink backdrop:bg-ink/50"
    >
      <h2 id="leave-title" className="text-xl font-semibold">
        Leave without saving?
      </h2>
      <p className="mt-2">Your changes to these hours are not saved.</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button type="button" onClick={() => blocker.state === "blocked" && blocker.reset()}>
          Stay and save
        </Button>
        <Button
          type="button"
          look="quiet"
          onClick={() => blocker.state === "blocked" && blocker.proceed()}
        >
          Leave
        </Button>
      </div>
    </dialog>
  );
}
