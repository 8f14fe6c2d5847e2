import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { localDateOf } from "../../../worker/domain/local-time.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { SEARCH_FORM } from "../../components/search-box.tsx";
import { toSearchPath } from "../../search-path.ts";
import { FilterInput, FilterSelect } from "./filter-field.tsx";
import type { SearchPageData } from "./load.ts";
import { AUDIENCES, LEVELS, MODES } from "./options.ts";

const CITY_ZONE = "America/New_York";

const NAMES = [
  ...["date_from", "date_to", "time_from", "time_to", "min_price", "max_price"],
  ...["area", "mode", "level", "audience"],
];

/** Closed on phones until asked for; beside the results where there is room. */
export function Filters({ page }: { page: SearchPageData }) {
  const count = NAMES.filter((name) => page.values[name]).length;
  const hasProblem = page.problems.some(({ path }) => NAMES.includes(path));
  const details = useClosedAfter(page.params, hasProblem);
  return (
    <details
      ref={details}
      open={hasProblem}
      className="group rounded-2xl border border-line bg-surface lg:[&::details-content]:[content-visibility:visible]"
    >
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2 rounded-2xl px-4 font-semibold lg:supports-[selector(::details-content)]:hidden">
        Filters{count > 0 ? ` (${count})` : ""}
        <Icon name="down" className="ml-auto size-5 group-open:rotate-180" />
      </summary>
      <div className="grid gap-4 px-4 pt-1 pb-4 lg:pt-4">
        <h2 className="sr-only">Filters</h2>
        <When page={page} />
        <Price page={page} />
        <Choices page={page} />
        {page.sort === "relevance" ? null : (
          <input type="hidden" name="sort" value={page.sort} form={SEARCH_FORM} />
        )}
        <Button form={SEARCH_FORM}>Show results</Button>
        {count > 0 ? (
          <Link
            to={toSearchPath({ q: page.boxText, s: page.nextKey })}
            className="inline-flex min-h-11 items-center justify-center font-medium text-primary-ink underline"
          >
            Clear filters
          </Link>
        ) : null}
      </div>
    </details>
  );
}

/** Another search brings the results back into view on phones; the focus stays with the filters. */
function useClosedAfter(params: Record<string, string>, hasProblem: boolean) {
  const details = useRef<HTMLDetailsElement>(null);
  const search = String(new URLSearchParams(params));
  const shown = useRef(search);
  useEffect(() => {
    if (!details.current || shown.current === search || hasProblem) return;
    shown.current = search;
    details.current.open = false;
    // Where the filters are always in view there is no summary, and nothing moves.
    if (details.current.contains(document.activeElement)) {
      details.current.querySelector("summary")?.focus();
    }
  }, [search, hasProblem]);
  return details;
}

function When({ page }: { page: SearchPageData }) {
  const today = localDateOf(page.now, CITY_ZONE);
  return (
    <>
      <fieldset className="grid gap-4 sm:grid-cols-2 sm:gap-2 lg:grid-cols-1 lg:gap-4">
        <legend className="sr-only">Days</legend>
        <FilterInput page={page} name="date_from" label="From day" type="date" min={today} />
        <FilterInput page={page} name="date_to" label="To day" type="date" min={today} />
      </fieldset>
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="sr-only">Time of day</legend>
        <FilterInput page={page} name="time_from" label="From time" type="time" />
        <FilterInput page={page} name="time_to" label="To time" type="time" />
      </fieldset>
    </>
  );
}

function Price({ page }: { page: SearchPageData }) {
  return (
    <fieldset className="grid grid-cols-2 gap-2">
      <legend className="sr-only">Price per hour</legend>
      <FilterInput
        page={page}
        name="min_price"
        label="Lowest price"
        inputMode="decimal"
        placeholder="$ / hour"
      />
      <FilterInput
        page={page}
        name="max_price"
        label="Highest price"
        inputMode="decimal"
        placeholder="$ / hour"
      />
    </fieldset>
  );
}

function Choices({ page }: { page: SearchPageData }) {
  const { areas } = page;
  return (
    <>
      <FilterSelect page={page} name="area" label="Area" any="Anywhere">
        {areas.map((borough) => (
          <optgroup key={borough.slug} label={borough.name}>
            <option value={borough.slug}>All of {borough.name}</option>
            {borough.areas.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </FilterSelect>
      <FilterSelect
        page={page}
        name="mode"
        label="Where"
        any="Online or in person"
        options={MODES}
      />
      <FilterSelect page={page} name="level" label="Level" any="Any level" options={LEVELS} />
      <FilterSelect page={page} name="audience" label="For" any="Anyone" options={AUDIENCES} />
    </>
  );
}
