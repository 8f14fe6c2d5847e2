import { useState } from "react";
import { CopyButton } from "../account/copy-button.tsx";

/** Text to be copied; a long line is moved sideways. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="grid grid-cols-1 gap-2">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/useSemanticElements: it is no fieldset. */}
      <div role="group" aria-label={label} tabIndex={0} className="overflow-x-auto rounded-xl">
        <pre className="w-max min-w-full rounded-xl border border-line bg-tint p-4 text-sm">
          <code>{text}</code>
        </pre>
      </div>
      <div className="flex items-center gap-3">
        <CopyButton text={text} onCopied={() => setCopied(true)} />
        <span role="status">{isCopied ? "Copied." : ""}</span>
      </div>
    </div>
  );
}
