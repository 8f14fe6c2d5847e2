import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

interface ChoicePillsProps {
  label: string;
  isLabelShown?: boolean;
  choices: { key: string | number; to: string; isChosen: boolean; children: ReactNode }[];
  /** Where choosing leads to another view of the same page. */
  keepScroll?: boolean;
}

/** A few choices of which one holds; each is a link to the page with that choice. */
export function ChoicePills({
  label,
  isLabelShown,
  choices,
  keepScroll = false,
}: ChoicePillsProps) {
  return (
    <div>
      {isLabelShown ? (
        <p aria-hidden="true" className="mb-1.5 text-sm text-ink-soft">
          {label}
        </p>
      ) : null}
      <ul aria-label={label} className="flex flex-wrap gap-2">
        {choices.map(({ key, to, isChosen, children }) => (
          <li key={key}>
            <Link
              to={to}
              preventScrollReset={keepScroll}
              aria-current={isChosen ? "true" : undefined}
              className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 hover:bg-tint aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
            >
              {children}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
