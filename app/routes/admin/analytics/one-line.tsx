import type { ReactNode } from "react";

/** A cell's text that is not broken; null stays what is not known. */
export function oneLine(text: string | null): ReactNode {
  return text === null ? null : <span className="whitespace-nowrap">{text}</span>;
}
