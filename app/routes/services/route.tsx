import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { plural } from "../../../worker/domain/format.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Page, PageTitle } from "../../components/page.tsx";
import { filterServices } from "../../match-services.ts";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { CategoryLinks, CategorySection } from "./category-section.tsx";
import { ServiceFilter } from "./service-filter.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "All services",
    description:
      "Everything you can learn with an instructor in New York City, by category, with prices.",
    canonical: "/services",
    origin: originOf(matches),
  });

export const loader = page("public", async ({ request, context: { services } }) => {
  const supply = await services.catalog.listSupply();
  return {
    query: (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100),
    categories: services.catalog.listCategories(),
    services: supply.map(
      ({ slug, name, category, aliases, instructorCount, minHourlyRateCents }) => ({
        slug,
        name,
        category,
        aliases,
        instructorCount,
        minHourlyRateCents,
      }),
    ),
  };
});

export default function ServicesPage() {
  const { query: asked, categories, services } = useLoaderData<typeof loader>();
  const [query, setQuery] = useState(asked);
  const shown = filterServices(services, query);
  const groups = categories
    .map((category) => ({
      category,
      services: shown.filter((one) => one.category === category.slug),
    }))
    .filter(({ services }) => services.length > 0);
  return (
    <Page>
      <PageTitle>All services</PageTitle>
      <p className="mt-2 text-ink-soft">
        {plural(services.length, "service")} in{" "}
        {plural(categories.length, "category", "categories")}. Prices are per hour.
      </p>
      <ServiceFilter query={query} onChange={setQuery} />
      <p role="status" className="mt-3 mb-2 text-sm text-ink-soft">
        {query ? `${plural(shown.length, "service")} found` : ""}
      </p>
      {groups.length > 0 ? (
        <>
          <CategoryLinks categories={groups.map(({ category }) => category)} />
          {groups.map(({ category, services }) => (
            <CategorySection
              key={category.slug}
              category={category}
              services={services}
              query={query}
            />
          ))}
        </>
      ) : (
        <EmptyState icon="search" title="No service goes by that name">
          <p className="text-ink-soft">Try another word, or fewer letters of it.</p>
        </EmptyState>
      )}
    </Page>
  );
}
