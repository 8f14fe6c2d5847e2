import { Link, useFetcher } from "@remix-run/react";
import { useRef } from "react";
import { Icon } from "../../components/icon.tsx";
import { toSearchPath } from "../../search-path.ts";

interface Recent {
  id: string;
  query: string;
}

interface RecentSearchesProps {
  searches: Recent[];
  searchKey: string;
}

/** The last searches, each a way to search again; one that is deleted is gone at once. */
export function RecentSearches({ searches, searchKey }: RecentSearchesProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section aria-labelledby="recent-searches" className="mt-10">
      <h2
        id="recent-searches"
        ref={heading}
        tabIndex={-1}
        className="text-2xl font-bold tracking-tight"
      >
        Your recent searches
      </h2>
      <ul className="mt-4 flex flex-col gap-2 sm:flex-row sm:flex-wrap">
        {searches.map((search) => (
          <RecentSearch
            key={search.id}
            {...search}
            searchKey={searchKey}
            // The button that had the focus is about to go.
            onDelete={() => heading.current?.focus()}
          />
        ))}
      </ul>
    </section>
  );
}

function RecentSearch({
  id,
  query,
  searchKey,
  onDelete,
}: Recent & { searchKey: string; onDelete: () => void }) {
  const fetcher = useFetcher();
  if (fetcher.formData) return null;
  const again = { q: query, via: "search_history", s: searchKey };
  return (
    <li className="flex min-w-0 items-center rounded-full border border-line-strong bg-surface">
      <Link
        to={toSearchPath(again)}
        className="flex min-h-11 min-w-0 grow items-center gap-2 rounded-l-full py-1.5 pr-2 pl-4 hover:bg-tint"
      >
        <Icon name="clock" className="size-4.5 text-ink-soft" />
        <span className="truncate">{query}</span>
      </Link>
      <fetcher.Form method="post" action="/?index" onSubmit={onDelete}>
        <input type="hidden" name="delete_search" value={id} />
        <button
          type="submit"
          aria-label={`Delete “${query}” from your recent searches`}
          className="grid size-11 cursor-pointer place-items-center rounded-r-full text-xl text-ink-soft hover:bg-tint hover:text-ink"
        >
          <span aria-hidden="true">×</span>
        </button>
      </fetcher.Form>
    </li>
  );
}
