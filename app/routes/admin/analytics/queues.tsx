import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { formatMoment, wordLabel } from "../../../../worker/domain/format.ts";
import type { JobReport, QueueReport } from "../../../../worker/services/monitoring-reports.ts";
import { Badge } from "../../../components/badge.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { Section } from "./figures.tsx";
import { Gauge } from "./gauge.tsx";
import { countText, spanText } from "./measures.ts";
import { MonitoringPage } from "./monitoring-page.tsx";
import { oneLine } from "./one-line.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Queues",
    description: "What waits in the queues, what nobody could process, and when jobs ran.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("access_monitoring", async ({ actor, context }) => ({
  report: await context.services.monitoring.queues(actor),
  zone: actor.timezone,
  readAt: context.now,
}));

interface PartProps {
  report: QueueReport;
  zone: string;
  readAt: number;
}

export default function QueuesPage() {
  const { report, zone, readAt } = useLoaderData<typeof loader>();
  return (
    <MonitoringPage
      title="Queues"
      lead="What waits, what nobody could process, and when jobs last did their work."
      readAt={readAt}
      zone={zone}
    >
      <Gauges report={report} zone={zone} readAt={readAt} />
      <DeadLetters letters={report.deadLetters} zone={zone} />
      <Section id="jobs" title="Jobs">
        <DataTable
          label="Jobs"
          columns={["Job", "State", "Last success", "Last failure", "Runs"]}
          rows={report.jobs.map((job) => toJobRow(job, zone))}
        />
      </Section>
    </MonitoringPage>
  );
}

function Gauges({ report: { queues, outbox, deadLetters, rollup }, zone, readAt }: PartProps) {
  const oldestText = (oldestAt: number | null) =>
    oldestAt === null ? {} : { note: `The oldest for ${spanText(readAt - oldestAt)}` };
  const { countedAt } = rollup;
  return (
    <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {queues.map(({ queue, depth }) => (
        <Gauge
          key={queue}
          label={`Waiting in “${queue}”`}
          value={countText(depth?.messages ?? null)}
          {...oldestText(depth?.oldestAt ?? null)}
        />
      ))}
      <Gauge
        label="Mails to be sent"
        value={countText(outbox.pending)}
        {...oldestText(outbox.oldestAt)}
      />
      <Gauge
        label="Mails given up"
        value={countText(outbox.failed)}
        problem={outbox.failed ? "Somebody was not told" : null}
      />
      <Gauge
        label="Dead letters"
        value={countText(deadLetters.total)}
        problem={deadLetters.total > 0 ? "Nobody could process them" : null}
      />
      <Gauge
        label="Requests are counted after"
        value={spanText(rollup.lagMs)}
        {...(countedAt === null ? {} : { note: `Last ${formatMoment(countedAt, zone)}` })}
      />
    </dl>
  );
}

function DeadLetters({ letters, zone }: { letters: QueueReport["deadLetters"]; zone: string }) {
  const { total, newest } = letters;
  return (
    <Section id="dead-letters" title="Dead letters">
      {newest.length === 0 ? (
        <p className="text-ink-soft">There are none: every message was processed.</p>
      ) : (
        <>
          {total > newest.length ? (
            <p className="mb-3 text-ink-soft">
              The newest {newest.length} of {countText(total)}.
            </p>
          ) : null}
          <DataTable
            label="Dead letters"
            columns={["Message", "Queue", "Attempts", "When"]}
            rows={newest.map(({ id, queue, attempts, createdAt }) => [
              <code key="id" className="text-sm wrap-anywhere">
                {id}
              </code>,
              queue,
              attempts,
              oneLine(formatMoment(createdAt, zone)),
            ])}
          />
        </>
      )}
    </Section>
  );
}

function toJobRow({ job, isDaily, isMissed, ...times }: JobReport, zone: string) {
  const momentText = (at: number | null) => oneLine(at === null ? "never" : formatMoment(at, zone));
  return [
    wordLabel(job),
    isMissed ? (
      <Badge key="state" kind="error" icon="alert">
        Missed
      </Badge>
    ) : (
      <Badge key="state" kind="success" icon="check">
        On time
      </Badge>
    ),
    momentText(times.lastSuccessAt),
    momentText(times.lastFailureAt),
    oneLine(isDaily ? "every night" : "every five minutes"),
  ];
}
