import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { type ALERT_RULES, isBad } from "../../../../worker/domain/alerts.ts";
import type { Traffic } from "../../../../worker/domain/traffic.ts";
import { DoneNotice } from "../../../components/done-notice.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { LinkTabs } from "../../../components/link-tabs.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { AlertCard } from "./alert-card.tsx";
import { Section } from "./figures.tsx";
import { Gauge } from "./gauge.tsx";
import { countText, shareText, spanText } from "./measures.ts";
import { MonitoringPage } from "./monitoring-page.tsx";
import { readPageNumber } from "./page-number.ts";

const PATH = "/admin/analytics/alerts";
const PER_PAGE = 20;
const HOURS = 24;

const DONE = { acknowledged: "The alert is acknowledged." };

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Alerts",
    description: "What went wrong lately and waits for somebody to look at it.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("access_monitoring", async ({ actor, request, context }) => {
  const { monitoring } = context.services;
  const isSeen = new URL(request.url).searchParams.get("state") === "acknowledged";
  const state = isSeen ? "acknowledged" : "open";
  const [alerts, { total, openAlerts }] = await Promise.all([
    monitoring.alerts(actor, state, readPageNumber(request.url), PER_PAGE),
    monitoring.dashboard(actor, HOURS),
  ]);
  return { alerts, total, openAlerts, state, zone: actor.timezone, readAt: context.now } as const;
});

/** Writes down that somebody has seen one; twice is as good as once. */
export const action = page("access_monitoring", async ({ actor, request, context }) => {
  const id = String((await request.formData()).get("acknowledge") ?? "");
  await context.services.monitoring.acknowledge(actor, id);
  return redirect(`${PATH}?done=acknowledged`);
});

export default function AlertsPage() {
  const { alerts, total, openAlerts, state, zone, readAt } = useLoaderData<typeof loader>();
  const isOpen = state === "open";
  const seen = `${PATH}?state=acknowledged`;
  return (
    <MonitoringPage
      title="Alerts"
      lead="Rules are judged every five minutes; each kind is raised at most once in 15."
      readAt={readAt}
      zone={zone}
    >
      <DoneNotice messages={DONE} />
      <Section id="alerts" title={isOpen ? "Waiting for somebody" : "Acknowledged"}>
        <LinkTabs
          label="Alerts"
          tabs={[
            { to: PATH, label: `Open (${openAlerts})`, isCurrent: isOpen },
            { to: seen, label: "Acknowledged", isCurrent: !isOpen },
          ]}
        />
        <ul className="mt-4 grid gap-3">
          {alerts.items.map((alert) => (
            <AlertCard key={alert.id} alert={alert} zone={zone} action={PATH} />
          ))}
        </ul>
        {alerts.items.length === 0 ? (
          <EmptyState
            icon="check"
            title={isOpen ? "No alert waits for anybody" : "None was acknowledged yet"}
          />
        ) : null}
        <Pagination
          {...alerts}
          toPage={(page) => (isOpen ? `${PATH}?page=${page}` : `${seen}&page=${page}`)}
        />
      </Section>
      <Section id="day" title="The last 24 hours">
        <Gauges total={total} />
      </Section>
    </MonitoringPage>
  );
}

/** The last 24 hours against the thresholds that the rules hold 15 minutes to. */
function Gauges({ total }: { total: Traffic }) {
  const { requests, errorShare, p95Ms, hitRate } = total;
  const judge = (kind: keyof typeof ALERT_RULES, value: number | null, problem: string) =>
    value !== null && isBad(kind, value) ? problem : null;
  return (
    <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <Gauge label="Requests" value={countText(requests)} />
      <Gauge
        label="Failed on our side"
        value={shareText(errorShare)}
        note="1 % at most"
        problem={judge("error_share", errorShare, "Over 1 %")}
      />
      <Gauge
        label="19 of 20 answers within"
        value={spanText(p95Ms)}
        note="500 ms at most"
        problem={judge("slow_requests", p95Ms, "Over 500 ms")}
      />
      <Gauge
        label="Found in a cache"
        value={shareText(hitRate)}
        note="60 % at least"
        problem={judge("cache_hits", hitRate, "Under 60 %")}
      />
    </dl>
  );
}
