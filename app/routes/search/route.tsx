import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/empty-state.tsx";
import { Page, PageTitle } from "../../components/page.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { ServiceSearch } from "../../components/service-search.tsx";
import { plural } from "../../format.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { handled } from "../../respond.ts";
import { InstructorCard } from "./instructor-card.tsx";
import { NoService } from "./no-service.tsx";
import { findResults, interpretQuery } from "./results.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const service = data?.service;
  return pageMeta({
    title: service ? `${service.name} lessons in New York` : "Find an instructor",
    description: service
      ? `Instructors for ${service.name} in New York City with prices and real free times.`
      : "Instructors in New York City with prices and real free times.",
    canonical: data?.canonical ?? null,
    origin: originOf(matches),
  });
};

export const loader = handled(async ({ request, context: { services } }: LoaderFunctionArgs) => {
  const asked = interpretQuery(new URL(request.url).searchParams, services.catalog);
  const { query, service, suggestions, page } = asked;
  if (query !== "" && !service) {
    const categories = services.catalog.listCategories();
    return { query, service, suggestions, categories, results: null, canonical: null };
  }
  const results = await findResults(services, service?.slug ?? null, page);
  const canonical = canonicalPath(service?.slug ?? null, results.page);
  return data({ query, service, suggestions, categories: [], results, canonical });
});

export default function SearchPage() {
  const { query, service, suggestions, categories, results } = useLoaderData<typeof loader>();
  return (
    <Page>
      <div className="max-w-2xl">
        <ServiceSearch query={query || (service?.name ?? "")} />
      </div>
      <div className="mt-8">
        {results === null ? (
          <NoService query={query} suggestions={suggestions} categories={categories} />
        ) : (
          <Results service={service} results={results} />
        )}
      </div>
    </Page>
  );
}

interface ResultsProps {
  service: { slug: string; name: string } | null;
  results: Awaited<ReturnType<typeof findResults>>;
}

function Results({ service, results }: ResultsProps) {
  const { items, total, page, perPage } = results;
  return (
    <>
      <PageTitle>{service ? `${service.name} lessons` : "Instructors"}</PageTitle>
      <p className="mt-1 text-ink-soft">{plural(total, "instructor")}</p>
      <div className="mt-6 grid gap-4">
        {items.map((result) => (
          <InstructorCard key={result.instructor.id} {...result} service={service} />
        ))}
        {items.length === 0 ? <NobodyHere service={service} isFirstPage={page === 1} /> : null}
      </div>
      <Pagination
        {...{ page, perPage, total }}
        toPage={(to) => canonicalPath(service?.slug ?? null, to)}
      />
    </>
  );
}

function NobodyHere({
  service,
  isFirstPage,
}: {
  service: ResultsProps["service"];
  isFirstPage: boolean;
}) {
  if (!isFirstPage) {
    return <EmptyState icon="search" title="There are no more instructors on this page" />;
  }
  return (
    <EmptyState
      icon="person"
      title={service ? `Nobody teaches ${service.name} here yet` : "There are no instructors yet"}
    >
      <p className="text-ink-soft">
        <a href="/services" className="text-primary-ink underline">
          See what else is taught
        </a>
      </p>
    </EmptyState>
  );
}

function canonicalPath(service: string | null, page: number): string {
  const params = new URLSearchParams();
  if (service) params.set("service", service);
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `/search?${params}` : "/search";
}
