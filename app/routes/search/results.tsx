import { useNavigation } from "@remix-run/react";
import { useRef } from "react";
import { plural } from "../../../worker/domain/format.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { toSearchPath } from "../../search-path.ts";
import { InstructorCard } from "./instructor-card.tsx";
import type { SearchPageData, ShownResult } from "./load.ts";
import { NoResults } from "./no-results.tsx";
import { SortForm } from "./sort-form.tsx";
import { Understood } from "./understood.tsx";
import { useInteractions } from "./use-interactions.ts";

interface ResultsProps {
  page: SearchPageData;
  result: ShownResult;
}

/** Who was found, in the order asked for. */
export function Results({ page, result }: ResultsProps) {
  const list = useRef<HTMLUListElement>(null);
  useInteractions(list, page.isMeasured ? result.eventId : null, result.page);
  const navigation = useNavigation();
  const isLoading = navigation.location?.pathname === "/search";
  const { items, total, page: number, perPage } = result;
  const first = (number - 1) * perPage + 1;
  const sort = page.sort === "relevance" ? null : page.sort;
  return (
    <div aria-busy={isLoading} className={`transition-opacity ${isLoading ? "opacity-60" : ""}`}>
      <Understood page={page} result={result} />
      <div className="mt-4 flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p role="status" className="font-semibold">
          {plural(total, "instructor")}
        </p>
        {total > 1 ? <SortForm sort={page.sort} here={page.here} /> : null}
      </div>
      <ul ref={list} className="mt-3 grid gap-4">
        {items.map((hit, index) => (
          <InstructorCard key={hit.instructor.id} hit={hit} position={first + index} />
        ))}
      </ul>
      {total === 0 ? <NoResults page={page} /> : null}
      {total > 0 && items.length === 0 ? (
        <EmptyState icon="search" title="There are no more instructors on this page" />
      ) : null}
      <Pagination
        page={number}
        perPage={perPage}
        total={total}
        toPage={(to) => toSearchPath({ ...page.here, sort, page: to > 1 ? String(to) : null })}
      />
    </div>
  );
}
