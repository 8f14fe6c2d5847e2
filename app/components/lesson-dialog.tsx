import { useNavigate } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { TextLink } from "./text-link.tsx";

interface LessonDialogProps {
  title: string;
  /** The page below it, where closing leads. */
  back: string;
  /** What not going through with it is called. */
  backLabel: string;
  children: ReactNode;
}

const SHAPE = "rounded-2xl border border-line-strong bg-surface p-4 text-ink sm:p-6";
const LOOKS = {
  part: "static mt-6 w-full",
  modal:
    "m-auto max-h-[calc(100dvh-2rem)] w-[min(42rem,calc(100vw-2rem))] overflow-y-auto backdrop:bg-on-accent/60",
};

/**
 * One question about the page below. Opened by a link, it stands above that page, holds the focus
 * and closes with Escape; opened by its address, and without scripts, it is a part of the page.
 */
export function LessonDialog({ title, back, backLabel, children }: LessonDialogProps) {
  const isHydrated = useIsHydrated();
  const [isModal] = useState(isHydrated);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    if (!isModal || dialog.current?.open) return;
    dialog.current?.showModal();
    heading.current?.focus();
  }, [isModal]);
  // Closing gives the focus back to the link that opened it, before the page changes.
  const close = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      open={!isModal}
      aria-labelledby="dialog-title"
      onClose={() => navigate(back, { replace: true, preventScrollReset: true })}
      className={`${SHAPE} ${isModal ? LOOKS.modal : LOOKS.part}`}
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <h2 ref={heading} id="dialog-title" tabIndex={-1} className="text-xl font-semibold">
          {title}
        </h2>
        {isModal ? (
          <Button look="quiet" size="round" type="button" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </Button>
        ) : null}
      </div>
      {children}
      <p className="mt-2">
        <TextLink
          to={back}
          onClick={(event) => {
            if (!isModal) return;
            event.preventDefault();
            close();
          }}
        >
          {backLabel}
        </TextLink>
      </p>
    </dialog>
  );
}

/** False on the server and while its page is taken over, true for whatever appears later. */
function useIsHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
