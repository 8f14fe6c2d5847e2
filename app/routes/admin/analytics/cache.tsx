import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { formatMoment, wordLabel } from "../../../../worker/domain/format.ts";
import type { CacheReport } from "../../../../worker/services/monitoring-reports.ts";
import { BarChart } from "../../../components/bar-chart.tsx";
import { Card } from "../../../components/card.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { Section } from "./figures.tsx";
import { BudgetGauge, Gauge } from "./gauge.tsx";
import { countText, shareText } from "./measures.ts";
import { MonitoringPage } from "./monitoring-page.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Cache",
    description: "How often a cache had the answer ready, and what that uses of the budget.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("access_monitoring", async ({ actor, context }) => ({
  report: await context.services.monitoring.cache(actor),
  zone: actor.timezone,
  readAt: context.now,
}));

export default function CachePage() {
  const { report, zone, readAt } = useLoaderData<typeof loader>();
  const looks = countLooks(report.total.caches);
  return (
    <MonitoringPage
      title="Cache"
      lead="Looks into the key-value store, and how often it had the answer."
      readAt={readAt}
      zone={zone}
    >
      {looks.hits + looks.misses === 0 ? (
        <EmptyState icon="clock" title="Nothing was looked up in the last 24 hours" />
      ) : (
        <>
          <Gauges report={report} />
          <Caches report={report} />
          <Section id="hours" title="By hour">
            <Card>
              <BarChart
                label="Looks by hour"
                columns={["Hour", "Looks"]}
                bars={report.hours.map(({ hourAt, cacheLooks }) => ({
                  name: formatMoment(hourAt, zone),
                  value: cacheLooks,
                }))}
              />
            </Card>
          </Section>
        </>
      )}
    </MonitoringPage>
  );
}

function Gauges({ report }: { report: CacheReport }) {
  const { recent, total, budgets, isAlarming } = report;
  const { hits, misses } = countLooks(total.caches);
  const budget = { format: countText<number>, per: `a day on the ${budgets.plan} plan` };
  return (
    <>
      <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Gauge
          label="Found, last 15 minutes"
          value={shareText(recent.hitRate)}
          note="60 % at least"
          problem={isAlarming ? "Under 60 %" : null}
        />
        <Gauge label="Found, last 24 hours" value={shareText(total.hitRate)} />
        <BudgetGauge
          label="Reads, last 24 hours"
          used={hits + misses}
          budget={budgets.kvReads}
          {...budget}
        />
        <BudgetGauge
          label="Writes at most, last 24 hours"
          used={misses}
          budget={budgets.kvWrites}
          {...budget}
        />
      </dl>
      <p className="mt-3 text-ink-soft">
        Each look is one read, and what was not there is written once. Deletes are not counted.
      </p>
    </>
  );
}

function Caches({ report: { recent, total } }: { report: CacheReport }) {
  const names = Object.keys(total.caches) as (keyof CacheReport["total"]["caches"])[];
  return (
    <Section id="caches" title="Each cache">
      <DataTable
        label="Each cache"
        columns={["Cache", "Found", "Not found", "Found, 24 hours", "Found, 15 minutes"]}
        rows={names.map((name) => {
          const { hits, misses, hitRate } = total.caches[name];
          const lately = shareText(recent.caches[name].hitRate);
          return [wordLabel(name), countText(hits), countText(misses), shareText(hitRate), lately];
        })}
      />
    </Section>
  );
}

function countLooks(caches: CacheReport["total"]["caches"]) {
  const uses = Object.values(caches);
  const sum = (what: "hits" | "misses") => uses.reduce((total, use) => total + use[what], 0);
  return { hits: sum("hits"), misses: sum("misses") };
}
