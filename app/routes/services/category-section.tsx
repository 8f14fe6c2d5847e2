import { Link } from "@remix-run/react";
import { memo, Suspense } from "react";
import type { Category } from "../../../worker/domain/catalog.ts";
import { formatMoney, plural } from "../../../worker/domain/format.ts";
import { CategoryIcon } from "../../components/category-icon.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { matchingAlias } from "../../match-services.ts";
import { AlertRequest } from "./alert-request.tsx";

interface ListedService {
  slug: string;
  name: string;
  aliases: string[];
  instructorCount: number;
  minHourlyRateCents: number | null;
}

interface CategorySectionProps {
  category: Category;
  services: ListedService[];
  query: string;
}

interface ServiceGroupsProps {
  categories: Category[];
  services: (ListedService & { category: string })[];
  query: string;
}

/** The services found, by category; left alone while only letters of the next search come in. */
export const ServiceGroups = memo(({ categories, services, query }: ServiceGroupsProps) => {
  const groups = categories
    .map((category) => ({
      category,
      services: services.filter((one) => one.category === category.slug),
    }))
    .filter(({ services }) => services.length > 0);
  if (groups.length === 0) {
    return (
      <EmptyState icon="search" title="No service goes by that name">
        <p className="text-ink-soft">Try another word, or fewer letters of it.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <CategoryLinks categories={groups.map(({ category }) => category)} />
      {groups.map(({ category, services }) => (
        // Each is brought to life by itself, so that a slow phone answers to fingers in between.
        <Suspense key={category.slug}>
          <CategorySection category={category} services={services} query={query} />
        </Suspense>
      ))}
    </>
  );
});

/** Jumps to the categories further down. */
function CategoryLinks({ categories }: { categories: Category[] }) {
  return (
    <nav aria-label="Categories" className="mt-2">
      <ul className="flex flex-wrap gap-2">
        {categories.map(({ slug, name }) => (
          <li key={slug}>
            <a
              href={`#${slug}`}
              className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line bg-surface px-4 font-medium hover:border-primary-ink"
            >
              <CategoryIcon slug={slug} className="size-5 text-primary-ink" />
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function CategorySection({ category, services, query }: CategorySectionProps) {
  return (
    <section
      aria-labelledby={category.slug}
      className="mt-10 [contain-intrinsic-size:auto_60rem] [content-visibility:auto]"
    >
      <h2 id={category.slug} className="text-2xl font-bold tracking-tight">
        {category.name}
      </h2>
      <p className="text-ink-soft">{category.subtitle}</p>
      <ul className="mt-4 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
        {services.map((service) => (
          <li
            key={service.slug}
            id={`service-${service.slug}`}
            className="scroll-mt-24 border-b border-line"
          >
            <ServiceRow service={service} alias={matchingAlias(service, query)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const ROW = "flex min-h-14 items-center justify-between gap-3 rounded-lg px-2 py-2";

/** A service leads to its instructors; one that nobody teaches is not a link. */
function ServiceRow({ service, alias }: { service: ListedService; alias: string | null }) {
  const { slug, name, instructorCount, minHourlyRateCents } = service;
  if (instructorCount === 0) {
    return (
      <div className={`${ROW} text-ink-soft`}>
        <ServiceName name={name} alias={alias} />
        <AlertRequest slug={slug} name={name} />
      </div>
    );
  }
  return (
    <Link to={`/search?service=${slug}`} className={`${ROW} group hover:bg-tint`}>
      <span className="font-medium text-primary-ink group-hover:underline">
        <ServiceName name={name} alias={alias} />
      </span>
      <span className="shrink-0 text-right text-sm text-ink-soft">
        {plural(instructorCount, "instructor")}
        {minHourlyRateCents === null ? null : <br />}
        {minHourlyRateCents === null ? null : `from ${formatMoney(minHourlyRateCents)}`}
      </span>
    </Link>
  );
}

function ServiceName({ name, alias }: { name: string; alias: string | null }) {
  return (
    <span>
      {name}
      {alias ? <span className="text-sm font-normal text-ink-soft"> also {alias}</span> : null}
    </span>
  );
}
