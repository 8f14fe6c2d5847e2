import { splitBound } from "./histogram.ts";
import { METRIC_PREFIX, METRICS, type MetricSample } from "./metric-catalog.ts";
import { DURATION_BOUNDS } from "./metrics.ts";

/** The media type of the text format of Prometheus. */
export const EXPOSITION_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** All metrics that have numbers, in the text format of Prometheus. */
export function toExposition(samples: readonly MetricSample[]): string {
  const byName = Map.groupBy(samples, ({ name }) => name);
  return Object.entries(METRICS)
    .map(([name, [type, help]]) => {
      const lines =
        type === "histogram"
          ? histogramLines(name, byName)
          : (byName.get(name) ?? []).map(({ labels, value }) => line(name, labels, value));
      if (lines.length === 0) return "";
      const full = METRIC_PREFIX + name;
      return [`# HELP ${full} ${help}`, `# TYPE ${full} ${type}`, ...lines, ""].join("\n");
    })
    .join("");
}

/** Buckets are kept each by itself and told as everything up to their bound. */
function histogramLines(name: string, byName: Map<string, MetricSample[]>): string[] {
  const sums = new Map(byName.get(`${name}_sum`)?.map(({ labels, value }) => [labels, value]));
  const series = Map.groupBy(
    (byName.get(`${name}_bucket`) ?? []).flatMap(({ labels, value }) => {
      const split = splitBound(labels);
      return split ? [{ ...split, value }] : [];
    }),
    ({ rest }) => rest,
  );
  return [...series].flatMap(([labels, buckets]) => {
    const upTo = (limit: number) =>
      buckets.reduce((sum, { bound, value }) => (bound <= limit ? sum + value : sum), 0);
    const bucket = (text: string, limit: number) =>
      line(`${name}_bucket`, [labels, `le="${text}"`].filter(Boolean).join(","), upTo(limit));
    const all = upTo(Number.POSITIVE_INFINITY);
    return [
      ...DURATION_BOUNDS.map((bound) => bucket(String(bound), bound)),
      bucket("+Inf", Number.POSITIVE_INFINITY),
      line(`${name}_sum`, labels, sums.get(labels) ?? 0),
      line(`${name}_count`, labels, all),
    ];
  });
}

function line(name: string, labels: string, value: number): string {
  return `${METRIC_PREFIX}${name}${labels ? `{${labels}}` : ""} ${value}`;
}
