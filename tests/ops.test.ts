import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { METRIC_PREFIX, METRICS } from "../worker/domain/metric-catalog.ts";
import { DAILY_JOBS } from "../worker/services/monitoring.ts";

const OPS = new URL("../ops/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, OPS), "utf8");

/** Every series that a Prometheus finds here. */
const SERIES = new Set(
  Object.entries(METRICS).flatMap(([name, [type]]) =>
    (type === "histogram" ? ["_bucket", "_sum", "_count"] : [""]).map(
      (end) => `${METRIC_PREFIX}${name}${end}`,
    ),
  ),
);

const LABELS = new Set([
  "method",
  "route",
  "status",
  "use_case",
  "outcome",
  "cache",
  "result",
  "queue",
  "job",
  "le",
]);

interface Panel {
  id: number;
  title: string;
  targets: { refId: string; expr: string }[];
}

const dashboards = readdirSync(new URL("grafana/", OPS)).map((file) => ({
  file,
  board: JSON.parse(read(`grafana/${file}`)) as { uid: string; title: string; panels: Panel[] },
}));

/** The rules as far as they are read here: one line each for name, expression and severity. */
const rules = read("prometheus/alerts.yml")
  .split(/^ {6}- alert: /m)
  .slice(1)
  .map((text) => ({
    name: /^\w+/.exec(text)?.[0],
    expr: /^ {8}expr: (.+)$/m.exec(text)?.[1] ?? "",
    severity: /^ {10}severity: (\w+)$/m.exec(text)?.[1],
    summary: /^ {10}summary: (.+)$/m.exec(text)?.[1],
  }));

function seriesOf(expr: string): string[] {
  return expr.match(/\binstainstru_\w+/g) ?? [];
}

/** Labels that an expression selects or groups by. */
function labelsOf(expr: string): string[] {
  const selected = [...expr.matchAll(/[{,]\s*(\w+)\s*(?:=~|!~|!=|=)"/g)].map(([, name]) => name);
  const grouped = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, names = ""]) =>
    names.split(",").map((name) => name.trim()),
  );
  return [...selected, ...grouped] as string[];
}

function expectKnown(where: string, expr: string): void {
  expect([where, seriesOf(expr).length > 0]).toEqual([where, true]);
  expect([where, seriesOf(expr).filter((name) => !SERIES.has(name))]).toEqual([where, []]);
  expect([where, labelsOf(expr).filter((name) => !LABELS.has(name))]).toEqual([where, []]);
  const depth = (open: string, close: string) => expr.split(open).length - expr.split(close).length;
  expect([where, depth("(", ")"), depth("{", "}"), depth("[", "]")]).toEqual([where, 0, 0, 0]);
}

test("three dashboards ask only for metrics and labels that are there", () => {
  expect(dashboards).toHaveLength(3);
  expect(new Set(dashboards.map(({ board }) => board.uid)).size).toBe(3);
  for (const { file, board } of dashboards) {
    expect(board.panels.length).toBeGreaterThan(3);
    expect(new Set(board.panels.map(({ id }) => id)).size).toBe(board.panels.length);
    for (const { title, targets } of board.panels) {
      expect([title, targets.length > 0]).toEqual([title, true]);
      for (const { expr } of targets) expectKnown(`${file}: ${title}`, expr);
    }
  }
});

test("every metric is shown on some dashboard", () => {
  const shown = dashboards.flatMap(({ board }) =>
    board.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => seriesOf(expr))),
  );
  const unseen = Object.keys(METRICS).filter(
    (name) => !shown.some((series) => series.startsWith(METRIC_PREFIX + name)),
  );
  expect(unseen).toEqual([]);
});

test("five rules watch from outside, each with a severity and a sentence", () => {
  expect(rules.map(({ name }) => name)).toEqual([
    "FailingRequests",
    "SlowRequests",
    "DeadLetters",
    "JobMissed",
    "OverlappingLessons",
  ]);
  for (const { name, expr, severity, summary } of rules) {
    expectKnown(String(name), expr);
    expect(expr).toMatch(/ [<>] [\d.]+$/);
    expect(["critical", "warning"]).toContain(severity);
    expect(summary).toMatch(/\.$/);
  }
});

test("the rule for jobs knows which of them do a day's work", () => {
  const { expr } = rules.find(({ name }) => name === "JobMissed") ?? { expr: "" };
  expect(expr.match(/job(?:=|!)~"([^"]+)"/g)).toEqual([
    `job!~"${DAILY_JOBS.join("|")}"`,
    `job=~"${DAILY_JOBS.join("|")}"`,
  ]);
});
