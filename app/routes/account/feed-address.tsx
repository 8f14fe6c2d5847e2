import { useEffect, useRef, useState } from "react";
import { Card } from "../../components/card.tsx";
import { CopyButton } from "./copy-button.tsx";

/** The address that was just made: to be copied now, as it is not shown again. */
export function FeedAddress({ url, freeBusyUrl }: { url: string; freeBusyUrl: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isCopied, setCopied] = useState(false);
  // Programs that know the scheme subscribe at a press.
  const subscribe = url.replace(/^https?:/, "webcal:");
  useEffect(() => {
    if (url) heading.current?.focus();
  }, [url]);
  return (
    <Card as="section" labelledBy="feed-address" className="mt-6">
      <h2 ref={heading} id="feed-address" tabIndex={-1} className="text-lg font-bold">
        Copy this address now
      </h2>
      <p className="mt-2 text-ink-soft">
        Whoever has it can read your lessons, so keep it to yourself. It is not shown again.
      </p>
      <p className="mt-4 rounded-xl border border-line bg-tint p-3 font-mono text-sm break-all select-all">
        {url}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <CopyButton text={url} onCopied={() => setCopied(true)} />
        <a
          href={subscribe}
          className="inline-flex min-h-11 items-center font-semibold text-primary-ink underline"
        >
          Subscribe with my calendar program
        </a>
        <span role="status">{isCopied ? "Copied." : ""}</span>
      </div>
      <h3 className="mt-6 font-bold">To share: only when you are busy</h3>
      <p className="mt-2 text-ink-soft">
        Whoever has this one sees at which times you have a lesson, and nothing of the lesson. Both
        end together.
      </p>
      <p className="mt-4 rounded-xl border border-line bg-tint p-3 font-mono text-sm break-all select-all">
        {freeBusyUrl}
      </p>
    </Card>
  );
}
