import { formatMoment } from "../../../../worker/domain/format.ts";
import type { Services } from "../../../../worker/services/index.ts";
import { DataTable } from "../../../components/data-table.tsx";
import { countText, spanText } from "./measures.ts";
import { oneLine } from "./one-line.tsx";

type SlowSample = Awaited<ReturnType<Services["monitoring"]["slowQueries"]>>["items"][number];

interface SlowSamplesProps {
  samples: SlowSample[];
  zone: string;
}

/** Queries that took long, the newest first, with the request that asked them. */
export function SlowQueries({ samples, zone }: SlowSamplesProps) {
  if (samples.length === 0) return <p className="text-ink-soft">None was slow.</p>;
  return (
    <DataTable
      label="Slow queries"
      columns={["Statement", "Took", "Rows read", "Request", "When"]}
      rows={samples.map((sample) => [
        <code key="statement" className="text-sm wrap-anywhere">
          {sample.statement}
        </code>,
        oneLine(spanText(sample.durationMs)),
        countText(sample.rowsRead),
        oneLine(`${sample.method} ${sample.route}`),
        oneLine(formatMoment(sample.createdAt, zone)),
      ])}
    />
  );
}

/** Requests that took long, the newest first. */
export function SlowRequests({ samples, zone }: SlowSamplesProps) {
  if (samples.length === 0) return <p className="text-ink-soft">None was slow.</p>;
  return (
    <DataTable
      label="Slow requests"
      columns={["Request", "Status", "Took", "Waited for the database", "Rows read", "When"]}
      rows={samples.map((sample) => [
        `${sample.method} ${sample.route}`,
        sample.status,
        oneLine(spanText(sample.durationMs)),
        oneLine(spanText(sample.waitedMs)),
        countText(sample.rowsRead),
        oneLine(formatMoment(sample.createdAt, zone)),
      ])}
    />
  );
}
