import { useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Alert } from "./alert.tsx";

/** What has just been done, by the address's `done`; the focus goes here. */
export function DoneNotice({ messages }: { messages: Readonly<Record<string, string>> }) {
  const done = useSearchParams()[0].get("done") ?? "";
  const message = Object.hasOwn(messages, done) ? messages[done] : undefined;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (message) ref.current?.focus();
  }, [message]);
  if (!message) return null;
  return (
    <div ref={ref} tabIndex={-1} role="status" className="mt-4">
      <Alert kind="success" title={message} />
    </div>
  );
}
