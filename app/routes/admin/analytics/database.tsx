import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { formatMoment } from "../../../../worker/domain/format.ts";
import type { DatabaseReport } from "../../../../worker/services/monitoring-reports.ts";
import { BarChart } from "../../../components/bar-chart.tsx";
import { Card } from "../../../components/card.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { Section } from "./figures.tsx";
import { BudgetGauge, Gauge } from "./gauge.tsx";
import { countText, megabytesText, spanText } from "./measures.ts";
import { MonitoringPage } from "./monitoring-page.tsx";
import { readPageNumber } from "./page-number.ts";
import { SlowQueries, SlowRequests } from "./slow-samples.tsx";

const QUERIES_SHOWN = 20;
const REQUESTS_SHOWN = 10;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Database",
    description: "How full the database is, what is read and written, and what takes long.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("access_monitoring", async ({ actor, request, context }) => {
  const { monitoring } = context.services;
  const [report, queries, requests] = await Promise.all([
    monitoring.database(actor),
    monitoring.slowQueries(actor, readPageNumber(request.url), QUERIES_SHOWN),
    monitoring.slowRequests(actor, 1, REQUESTS_SHOWN),
  ]);
  return { report, queries, requests, zone: actor.timezone, readAt: context.now };
});

export default function DatabasePage() {
  const { report, queries, requests, zone, readAt } = useLoaderData<typeof loader>();
  return (
    <MonitoringPage
      title="Database"
      lead="How full it is, what the requests of the last 24 hours did with it, and what took long."
      readAt={readAt}
      zone={zone}
    >
      <Gauges report={report} zone={zone} />
      <Section id="hours" title="By hour">
        <Card>
          <BarChart
            label="Rows read by hour"
            columns={["Hour", "Rows read"]}
            bars={report.hours.map(({ hourAt, rowsRead }) => ({
              name: formatMoment(hourAt, zone),
              value: rowsRead,
            }))}
          />
        </Card>
      </Section>
      <Section id="slow-queries" title="Slow queries">
        <SlowQueries samples={queries.items} zone={zone} />
        <Pagination {...queries} toPage={(page) => `/admin/analytics/database?page=${page}`} />
      </Section>
      <Section id="slow-requests" title="Slow requests">
        <SlowRequests samples={requests.items} zone={zone} />
      </Section>
    </MonitoringPage>
  );
}

function Gauges({ report, zone }: { report: DatabaseReport; zone: string }) {
  const { total, budgets, overlappingLessons, measuredAt } = report;
  const per = `a day on the ${budgets.plan} plan`;
  return (
    <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      <BudgetGauge
        label="Size"
        used={report.sizeBytes}
        budget={report.limitBytes}
        format={megabytesText}
      />
      <BudgetGauge
        label="Rows read, last 24 hours"
        used={total.rowsRead}
        budget={budgets.rowsRead}
        format={countText<number>}
        per={per}
      />
      <BudgetGauge
        label="Rows written, last 24 hours"
        used={total.rowsWritten}
        budget={budgets.rowsWritten}
        format={countText<number>}
        per={per}
      />
      <Gauge
        label="Statements, last 24 hours"
        value={countText(total.statements)}
        note={`${spanText(total.queryMs)} of work`}
      />
      <Gauge
        label="Slow queries"
        value={countText(report.slowQueries)}
        note="Of more than 100 ms, of those kept"
      />
      <Gauge
        label="Lessons that overlap"
        value={countText(overlappingLessons)}
        note={measuredAt === null ? "None, ever" : `None, ever. ${formatMoment(measuredAt, zone)}`}
        problem={overlappingLessons ? "Somebody is in two places at once" : null}
      />
    </dl>
  );
}
