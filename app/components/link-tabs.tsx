import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";

interface LinkTabsProps {
  label: string;
  tabs: { to: string; label: string; isCurrent: boolean }[];
}

/** Views of one page, each with an address of its own. */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  const list = useCurrentInView(tabs.find(({ isCurrent }) => isCurrent)?.to);
  return (
    <nav aria-label={label}>
      <ul ref={list} className="relative flex gap-1 overflow-x-auto border-b border-line">
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

/** Where there is no room for all, the current one is moved to the middle. */
function useCurrentInView(current: string | undefined) {
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is current then.
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>("li:has([aria-current])");
    if (!list.current || !tab) return;
    list.current.scrollLeft = tab.offsetLeft - (list.current.clientWidth - tab.offsetWidth) / 2;
  }, [current]);
  return list;
}
