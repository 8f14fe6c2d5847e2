import { Link } from "@remix-run/react";
import type { Category } from "../../../worker/domain/catalog.ts";
import { CategoryIcon } from "../../components/category-icon.tsx";
import { PageTitle } from "../../components/page.tsx";

const PILL =
  "inline-flex min-h-11 items-center gap-2 rounded-full bg-tint px-5 font-medium text-primary-ink hover:bg-tint-strong";

interface NoServiceProps {
  query: string;
  suggestions: { slug: string; name: string }[];
  categories: Category[];
}

/** Says that nothing goes by this name, with names that come close and the categories. */
export function NoService({ query, suggestions, categories }: NoServiceProps) {
  return (
    <>
      <PageTitle>No service is called “{query}”</PageTitle>
      {suggestions.length > 0 ? (
        <section aria-labelledby="close" className="mt-6">
          <h2 id="close" className="text-xl font-semibold">
            Did you mean one of these?
          </h2>
          <ul className="mt-3 flex flex-wrap gap-2">
            {suggestions.map(({ slug, name }) => (
              <li key={slug}>
                <Link to={`/search?service=${slug}`} className={PILL}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="categories" className="mt-8">
        <h2 id="categories" className="text-xl font-semibold">
          Look through the categories
        </h2>
        <ul className="mt-3 flex flex-wrap gap-2">
          {categories.map(({ slug, name }) => (
            <li key={slug}>
              <Link to={`/services#${slug}`} className={PILL}>
                <CategoryIcon slug={slug} />
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
