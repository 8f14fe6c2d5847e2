import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";

/** Only where a script can copy; without one the text itself is selected by a press on it. */
export function CopyButton({ text, onCopied }: { text: string; onCopied: () => void }) {
  const [canCopy, setCanCopy] = useState(false);
  useEffect(() => setCanCopy("clipboard" in navigator), []);
  if (!canCopy) return null;
  return (
    <Button
      type="button"
      look="outline"
      onClick={() => void navigator.clipboard.writeText(text).then(onCopied)}
    >
      Copy
    </Button>
  );
}
