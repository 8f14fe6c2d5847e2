import { useActionData, useLocation, useNavigation, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Alert } from "./alert.tsx";

/**
 * What has just been done, by the address's `done`. It is told anew each time, also when it is the
 * same again; and not while the next form is on its way or once that one was refused.
 */
export function DoneNotice({ messages }: { messages: Readonly<Record<string, string>> }) {
  const done = useSearchParams()[0].get("done") ?? "";
  const { key, hash } = useLocation();
  const isSending = useNavigation().formData !== undefined;
  const isAnswered = useActionData() !== undefined;
  const message = Object.hasOwn(messages, done) ? messages[done] : undefined;
  if (!message || isAnswered) return null;
  return <Told key={key} message={message} isSending={isSending} hasFocus={hash === ""} />;
}

interface ToldProps {
  message: string;
  isSending: boolean;
  /** Not on the way to another part of the page. */
  hasFocus: boolean;
}

/** The focus goes here. */
function Told({ message, isSending, hasFocus }: ToldProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hasFocus) ref.current?.focus();
  }, [hasFocus]);
  return (
    // Its place stays, so that the button does not move away from under the pointer.
    <div ref={ref} tabIndex={-1} role="status" className={`mt-4 ${isSending ? "invisible" : ""}`}>
      <Alert kind="success" title={message} />
    </div>
  );
}
