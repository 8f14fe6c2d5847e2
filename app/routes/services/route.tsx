import type { AppLoadContext, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useDeferredValue, useMemo, useState } from "react";
import { plural } from "../../../worker/domain/format.ts";
import { CatalogFilter } from "../../components/catalog-filter.tsx";
import { JsonLd } from "../../components/json-ld.tsx";
import { Page, PageTitle } from "../../components/page.tsx";
import { filterServices } from "../../match-services.ts";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { changeAlert } from "./act.ts";
import { AlertOffer, ServiceAlerts } from "./alert-request.tsx";
import { ServiceGroups } from "./category-section.tsx";
import { toServiceFacts } from "./facts.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "All services",
    description:
      "Everything you can learn with an instructor in New York City, by category, with prices.",
    canonical: "/services",
    markdown: "/md/services",
    origin: originOf(matches),
  });

export const loader = page("public", async ({ request, context }) => {
  const { services, findActor } = context;
  const { origin, searchParams } = new URL(request.url);
  const [supply, actor, awaited] = await Promise.all([
    services.catalog.listSupply("lately"),
    findActor(),
    listAwaited(context),
  ]);
  // On the way back from signing in; by then somebody may teach it.
  const asked = actor
    ? supply.find((one) => one.slug === searchParams.get("ask") && one.instructorCount === 0)
    : undefined;
  return {
    origin,
    query: (searchParams.get("q") ?? "").slice(0, 100),
    awaited,
    asked: asked ? { slug: asked.slug, name: asked.name } : null,
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

/** The services that whoever asks is to be told of once somebody teaches them. */
async function listAwaited({ services, findActor }: AppLoadContext): Promise<string[]> {
  const actor = await findActor();
  return actor ? await services.serviceAlerts.list(actor) : [];
}

export const action = page("public", async ({ request, context }) => changeAlert(request, context));

export default function ServicesPage() {
  const {
    origin,
    query: sent,
    awaited,
    asked,
    categories,
    services,
  } = useLoaderData<typeof loader>();
  const [query, setQuery] = useState(sent);
  // The list may come a moment after the letters.
  const wanted = useDeferredValue(query);
  const shown = useMemo(() => filterServices(services, wanted), [services, wanted]);
  return (
    <Page>
      <JsonLd facts={toServiceFacts(services, origin)} />
      <PageTitle>All services</PageTitle>
      <p className="mt-2 text-ink-soft">
        {plural(services.length, "service")} in{" "}
        {plural(categories.length, "category", "categories")}. Prices are per hour.
      </p>
      <ServiceAlerts awaited={awaited} query={query}>
        {asked ? (
          <div className="mt-5 max-w-xl">
            <AlertOffer {...asked} />
          </div>
        ) : null}
        <CatalogFilter
          id="filter"
          label="Filter services"
          button="Filter"
          action="/services"
          query={query}
          onChange={setQuery}
          className="mt-5"
        />
        <p role="status" className="mt-3 mb-2 text-sm text-ink-soft">
          {wanted ? `${plural(shown.length, "service")} found` : ""}
        </p>
        <ServiceGroups categories={categories} services={shown} query={wanted} />
      </ServiceAlerts>
    </Page>
  );
}
