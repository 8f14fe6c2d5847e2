import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { formatDate } from "../../../../worker/domain/format.ts";
import { AdminNav } from "../../../components/admin-nav.tsx";
import { BarChart } from "../../../components/bar-chart.tsx";
import { Card } from "../../../components/card.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Page, PageTitle } from "../../../components/page.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { ExportLinks } from "./export-links.tsx";
import { changeText, Figure, percentText, Section } from "./figures.tsx";
import { readRange } from "./range.ts";
import { RangePicker } from "./range-picker.tsx";
import { SearchParts } from "./search-parts.tsx";
import { ServiceTable } from "./service-table.tsx";

const SHOWN = 10;
const SHOWN_SERVICES = 20;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Searches",
    description: "What people search for, and what comes of it.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("view_system_analytics", async ({ actor, request, context }) => {
  const chosen = readRange(new URL(request.url).searchParams, context.now);
  const { searchAnalytics, serviceMetrics, catalog } = context.services;
  const { range } = chosen;
  const values = (dimension: "referrer" | "device" | "borough") =>
    searchAnalytics.values(actor, dimension, range, SHOWN);
  const [trends, summary, popular, zeroResults, referrers, devices, boroughs, services] =
    await Promise.all([
      searchAnalytics.trends(actor, range),
      searchAnalytics.summary(actor, range),
      searchAnalytics.popular(actor, range, SHOWN),
      searchAnalytics.zeroResults(actor, range, SHOWN),
      values("referrer"),
      values("device"),
      values("borough"),
      serviceMetrics.list(actor),
    ]);
  return {
    chosen,
    trends,
    summary,
    popular,
    zeroResults,
    parts: { referrers, devices, boroughs },
    services: services.slice(0, SHOWN_SERVICES).map((metrics) => ({
      ...metrics,
      name: catalog.findService(metrics.service)?.name ?? metrics.service,
    })),
  };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function SearchAnalyticsPage() {
  const { chosen, trends, summary, popular, zeroResults, parts, services } =
    useLoaderData<typeof loader>();
  return (
    <Page>
      <AdminNav />
      <div className="mt-6 mb-4">
        <PageTitle>Searches</PageTitle>
        <p className="mt-1 text-ink-soft">By date in New York, up to the last minute.</p>
      </div>
      <RangePicker chosen={chosen} />
      {summary.totals.searches === 0 ? (
        <div className="mt-8">
          <EmptyState icon="search" title="No searches on these dates" />
        </div>
      ) : (
        <>
          <Totals summary={summary} />
          <Section id="trend" title="By date">
            <Card>
              <BarChart
                label="Searches by date"
                columns={["Date", "Searches"]}
                bars={trends.map(({ date, searches }) => ({
                  name: formatDate(date),
                  value: searches,
                }))}
              />
            </Card>
          </Section>
          <FunnelSection summary={summary} />
          <Queries popular={popular} zeroResults={zeroResults} />
          <SearchParts summary={summary} parts={parts} />
        </>
      )}
      <Section id="services" title="Services">
        <ServiceTable services={services} />
      </Section>
      <ExportLinks range={chosen.range} />
    </Page>
  );
}

function Totals({ summary }: Pick<Loaded, "summary">) {
  const { totals, change, performance, previous } = summary;
  const against = (share: number | null) =>
    share === null ? null : `${share} % on the dates before`;
  return (
    <dl className="mt-6 grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Figure
        label="Searches"
        value={String(totals.searches)}
        before={changeText(change.searches)}
      />
      <Figure
        label="People signed in"
        value={String(totals.users)}
        before={changeText(change.users)}
      />
      <Figure label="Guests" value={String(totals.guests)} before={changeText(change.guests)} />
      <Figure
        label="Without results"
        value={percentText(performance.zeroResultRate)}
        before={against(previous.performance.zeroResultRate)}
      />
    </dl>
  );
}

function FunnelSection({ summary }: Pick<Loaded, "summary">) {
  const { funnel, performance } = summary;
  return (
    <Section id="funnel" title="From search to lesson">
      <DataTable
        label="From search to lesson"
        columns={["Step", "Searches", "Of all", "Of the step before"]}
        rows={[
          ["Searched", funnel.searches, percentText(100), "—"],
          [
            "Opened a profile",
            funnel.viewed,
            percentText(funnel.viewRate),
            percentText(funnel.viewRate),
          ],
          [
            "Booked a lesson",
            funnel.booked,
            percentText(funnel.bookingRate),
            percentText(funnel.viewToBookingRate),
          ],
        ]}
      />
      <p className="mt-3 text-ink-soft">
        A search has {performance.averageResults} results on average, {performance.medianResults} in
        the middle. After {percentText(performance.clickRate)} of them a result was clicked.
      </p>
    </Section>
  );
}

function Queries({ popular, zeroResults }: Pick<Loaded, "popular" | "zeroResults">) {
  return (
    <>
      <Section id="popular" title="Searched most">
        <DataTable
          label="Searched most"
          columns={["Words", "Searches", "People signed in", "Results on average"]}
          rows={popular.map((one) => [one.query, one.searches, one.users, one.averageResults])}
        />
      </Section>
      <Section id="nothing" title="Found nothing">
        {zeroResults.length === 0 ? (
          <p className="text-ink-soft">Every search found something.</p>
        ) : (
          <DataTable
            label="Found nothing"
            columns={["Words", "Without results", "What would have matched"]}
            rows={zeroResults.map(({ query, zeroResults: count, wouldMatch }) => [
              query,
              count,
              wouldMatch.length > 0
                ? wouldMatch.map(({ label, count }) => `${label}: ${count}`).join(", ")
                : "nothing near it",
            ])}
          />
        )}
      </Section>
    </>
  );
}
