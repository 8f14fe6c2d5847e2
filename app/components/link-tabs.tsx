import { Link } from "@remix-run/react";

interface LinkTabsProps {
  label: string;
  tabs: { to: string; label: string; isCurrent: boolean }[];
}

/** Views of one page, each with an address of its own. */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map(({ to, label, isCurrent }) => (
          <li key={to}>
            <Link
              to={to}
              preventScrollReset
              aria-current={isCurrent ? "page" : undefined}
              className="inline-flex min-h-11 items-center border-b-3 border-transparent px-4 font-medium text-ink-soft hover:text-ink aria-[current]:border-primary-ink aria-[current]:text-primary-ink"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
