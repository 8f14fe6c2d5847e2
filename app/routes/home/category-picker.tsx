import { Link } from "@remix-run/react";
import { CategoryIcon } from "../../components/category-icon.tsx";
import { toSearchPath } from "../../search-path.ts";

interface HomeCategory {
  slug: string;
  name: string;
  subtitle: string;
  services: { slug: string; name: string }[];
}

interface CategoryPickerProps {
  categories: HomeCategory[];
  chosen: HomeCategory;
  searchKey: string;
}

/** The categories, and the most taught services of the chosen one. */
export function CategoryPicker({ categories, chosen, searchKey }: CategoryPickerProps) {
  return (
    <section aria-labelledby="categories" className="mt-12">
      <h2 id="categories" className="text-2xl font-bold tracking-tight">
        What people teach here
      </h2>
      <ul className="mt-5 grid grid-cols-4 gap-2 md:grid-cols-7 md:gap-3">
        {categories.map(({ slug, name }) => (
          <li key={slug}>
            <Link
              to={`/?category=${slug}`}
              preventScrollReset
              aria-current={slug === chosen.slug ? "true" : undefined}
              className="group flex h-full min-h-24 flex-col items-center justify-center gap-2 rounded-2xl border border-line bg-surface px-1 py-2 text-center text-[0.8125rem] leading-tight sm:text-sm font-medium hover:border-primary-ink aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
            >
              <CategoryIcon
                slug={slug}
                className="size-7 text-primary-ink group-aria-[current]:text-current"
              />
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-6 text-ink-soft">
        <span className="font-semibold text-ink">{chosen.name}</span> · {chosen.subtitle}
      </p>
      <ServicePills category={chosen} searchKey={searchKey} />
    </section>
  );
}

function ServicePills({ category, searchKey }: { category: HomeCategory; searchKey: string }) {
  const all = `/services#${category.slug}`;
  if (category.services.length === 0) {
    return (
      <p className="mt-3">
        Nobody teaches these yet.{" "}
        <Link to={all} className="text-primary-ink underline">
          See the services
        </Link>
      </p>
    );
  }
  return (
    <ul className="mt-3 flex flex-wrap gap-2">
      {category.services.map(({ slug, name }) => (
        <li key={slug}>
          <Link
            to={toSearchPath({ service: slug, via: "service_pill", s: searchKey })}
            className="inline-flex min-h-11 items-center rounded-full bg-tint px-5 font-medium text-primary-ink hover:bg-tint-strong"
          >
            {name}
          </Link>
        </li>
      ))}
      <li>
        <Link
          to={toSearchPath({ category: category.slug, via: "category", s: searchKey })}
          className="inline-flex min-h-11 items-center rounded-full border border-line-strong bg-surface px-5 font-medium text-primary-ink hover:bg-tint"
        >
          Everyone in {category.name}
        </Link>
      </li>
      <li>
        <Link
          to={all}
          aria-label={`All services in ${category.name}`}
          className="inline-flex min-h-11 items-center rounded-full border border-line-strong bg-surface px-5 font-bold text-primary-ink hover:bg-tint"
        >
          •••
        </Link>
      </li>
    </ul>
  );
}
