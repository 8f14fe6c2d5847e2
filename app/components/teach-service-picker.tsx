import { Link } from "@remix-run/react";
import { useState } from "react";
import type { Category, Service } from "../../worker/domain/catalog.ts";
import { plural } from "../../worker/domain/format.ts";
import { filterServices, matchingAlias } from "../match-services.ts";
import { CatalogFilter } from "./catalog-filter.tsx";
import { CategoryIcon } from "./category-icon.tsx";
import { Icon } from "./icon.tsx";

export type PickedService = Pick<Service, "slug" | "name" | "category" | "aliases">;

interface ServicePickerProps {
  categories: Category[];
  services: PickedService[];
  /** Slugs of those that are offered already. */
  offered: readonly string[];
  query: string;
  /** Where the search is sent without scripts, with what else the address needs. */
  action: string;
  params: Record<string, string>;
  toService: (slug: string) => string;
}

/** The whole catalog, found by name or another name, or category by category. */
export function ServicePicker(props: ServicePickerProps) {
  const { categories, services, query: asked } = props;
  const [query, setQuery] = useState(asked);
  const found = filterServices(services, query);
  return (
    <div>
      <CatalogFilter
        id="service-query"
        label="Find a service"
        button="Find"
        look="outline"
        action={props.action}
        params={props.params}
        query={query}
        onChange={setQuery}
      />
      <p role="status" className="mt-2 text-sm text-ink-soft">
        {query ? foundText(found.length) : `${plural(services.length, "service")} to choose from.`}
      </p>
      {query ? (
        <PickerList {...props} services={found} query={query} />
      ) : (
        categories.map((category) => (
          <details key={category.slug} className="group mt-3 rounded-2xl border border-line">
            <summary className="flex min-h-11 cursor-pointer items-center gap-3 rounded-2xl px-4 font-semibold hover:bg-tint">
              <CategoryIcon slug={category.slug} className="size-5 text-primary-ink" />
              <span className="grow">{category.name}</span>
              <Icon name="down" className="size-4 text-ink-soft group-open:rotate-180" />
            </summary>
            <PickerList
              {...props}
              services={services.filter((one) => one.category === category.slug)}
              query=""
            />
          </details>
        ))
      )}
    </div>
  );
}

function foundText(count: number): string {
  if (count === 0) return "No service goes by that name. Try another word, or fewer letters of it.";
  return `${plural(count, "service")} found.`;
}

function PickerList({
  services,
  offered,
  query,
  toService,
}: Pick<ServicePickerProps, "services" | "offered" | "query" | "toService">) {
  return (
    <ul className="grid gap-x-4 p-2 sm:grid-cols-2">
      {services.map((service) => {
        const alias = matchingAlias(service, query);
        const text = (
          <>
            {service.name}
            {alias ? <span className="text-sm text-ink-soft">also {alias}</span> : null}
          </>
        );
        const row = "flex min-h-11 flex-wrap items-center gap-x-2 rounded-lg px-2";
        return (
          <li key={service.slug}>
            {offered.includes(service.slug) ? (
              <span className={`${row} text-ink-soft`}>
                {text} <span className="text-sm">(you offer this)</span>
              </span>
            ) : (
              <Link
                to={toService(service.slug)}
                className={`${row} font-medium text-primary-ink hover:bg-tint hover:underline`}
              >
                {text}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
