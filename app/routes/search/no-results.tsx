import { Link } from "@remix-run/react";
import { plural } from "../../../worker/domain/format.ts";
import { CategoryIcon } from "../../components/category-icon.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { PageTitle } from "../../components/page.tsx";
import { toSearchPath } from "../../search-path.ts";
import type { SearchPageData } from "./load.ts";

const PILL =
  "inline-flex min-h-11 items-center gap-2 rounded-full bg-tint px-5 font-medium text-primary-ink hover:bg-tint-strong";

/** Nobody meets all of it: what to let go of, and how many that finds. Never found by itself. */
export function NoResults({ page: { suggestions, here } }: { page: SearchPageData }) {
  const { s, literal } = here;
  return (
    <EmptyState icon="search" title="Nobody fits all of this">
      {suggestions.length > 0 ? (
        <>
          <p className="text-ink-soft">This would find somebody:</p>
          <ul className="flex flex-wrap justify-center gap-2">
            {suggestions.map(({ label, count, params }) => (
              <li key={label}>
                <Link to={toSearchPath({ ...params, s, literal })} className={PILL}>
                  <span className="py-1.5 text-center">
                    {label}{" "}
                    <span className="font-normal whitespace-nowrap">
                      · {plural(count, "instructor")}
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="text-ink-soft">
          Nobody can be found for this at the moment.{" "}
          <Link to="/services" className="inline-block py-2.5 text-primary-ink underline">
            See what else is taught
          </Link>
        </p>
      )}
    </EmptyState>
  );
}

/** Nothing was asked for yet. */
export function NoQuery({ page: { categories, nextKey } }: { page: SearchPageData }) {
  return (
    <>
      <PageTitle>What would you like to learn?</PageTitle>
      <p className="mt-2 max-w-prose text-ink-soft">
        Say it in your own words: what, where, when, and for how much. “Guitar in Queens on Saturday
        under $70” works as well as “guitar”.
      </p>
      <h2 className="mt-8 text-xl font-semibold">Or look through a category</h2>
      <ul className="mt-3 flex flex-wrap gap-2">
        {categories.map(({ slug, name }) => (
          <li key={slug}>
            <Link
              to={toSearchPath({ category: slug, via: "category", s: nextKey })}
              className={PILL}
            >
              <CategoryIcon slug={slug} />
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
