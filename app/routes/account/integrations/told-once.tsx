import { useEffect, useRef, useState } from "react";
import { Card } from "../../../components/card.tsx";
import { CopyButton } from "../copy-button.tsx";
import type { Told } from "./act.ts";

const WORDS: Record<Told["kind"], { title: string; text: string }> = {
  key: {
    title: "Copy this key now",
    text: "Whoever has it can read what it is for, so keep it to yourself. It is not shown again.",
  },
  secret: {
    title: "Copy this secret now",
    text: "With it your program checks that what it is told comes from us. It is not shown again.",
  },
};

/** What was just made: to be copied now, as it is not shown again. */
export function ToldOnce({ told: { kind, value } }: { told: Told }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (value) heading.current?.focus();
  }, [value]);
  const { title, text } = WORDS[kind];
  return (
    <Card as="section" labelledBy="told-once" className="mt-6">
      <h2 ref={heading} id="told-once" tabIndex={-1} className="text-lg font-bold">
        {title}
      </h2>
      <p className="mt-2 text-ink-soft">{text}</p>
      <p className="mt-4 rounded-xl border border-line bg-tint p-3 font-mono text-sm break-all select-all">
        {value}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <CopyButton text={value} onCopied={() => setCopied(true)} />
        <span role="status">{isCopied ? "Copied." : ""}</span>
      </div>
    </Card>
  );
}
