import type { ParserResult } from "./parser.ts";
import type { Result } from "./rounds.ts";
import type { ScaleResult } from "./scale.ts";

/** Shares of the floor that are wanted at this many connections. */
const GOAL_CONNECTIONS = 16;
const GOALS: Record<string, number> = {
  "availability, warm": 0.8,
  "availability, 304": 0.8,
  catalog: 0.6,
  search: 0.5,
  booking: 0.4,
};

export interface Report {
  measuredAt: string;
  machine: { cpu: string; cores: number; node: string };
  instructors: number;
  rounds: number;
  seconds: number;
  results: Result[];
  scale: ScaleResult[];
  parser: ParserResult;
}

/** The report as people read it. */
export function toText(report: Report): string {
  const { results, scale, parser, machine } = report;
  const figures = results.map((one) => [
    one.name,
    String(one.connections),
    one.requestsPerSecond.toFixed(0),
    one.p50Ms.toFixed(2),
    one.p99Ms.toFixed(2),
    one.share === null ? "" : `${percent(one.share)} of ${one.floor}`,
    toVerdict(one),
    one.unexpected === 0 ? "" : `${one.unexpected} unexpected answers`,
  ]);
  const sizes = scale.map((one) => [
    one.name,
    String(one.instructors),
    String(one.bookings),
    one.medianMs.toFixed(2),
    String(one.rowsRead),
  ]);
  return [
    `${machine.cpu}, ${machine.cores} cores shared by client and server, Node ${machine.node}`,
    `${report.instructors} instructors, median of ${report.rounds} rounds of ${report.seconds} s`,
    "",
    "Shares are of a floor Worker behind the same router of static files; two rows show it without.",
    "What queues deliver (mail, webhooks, metrics) is another machine's work and is not done meanwhile.",
    table(["", "connections", "requests/s", "p50 ms", "p99 ms", "share", "goal", ""], figures),
    "",
    "One request at a time, by size of the market",
    table(["", "instructors", "bookings", "median ms", "rows read"], sizes),
    "",
    `Search query parser, in workerd: ${parser.queriesPerSecond.toFixed(0)} queries/s, ` +
      `p50 ${parser.p50Us.toFixed(0)} µs, p99 ${parser.p99Us.toFixed(0)} µs`,
  ].join("\n");
}

/** The report as it is kept. */
export function toJson(report: Report) {
  const { parser, machine } = report;
  return {
    measured_at: report.measuredAt,
    machine,
    instructors: report.instructors,
    rounds: report.rounds,
    seconds: report.seconds,
    figures: report.results.map((one) => ({
      name: one.name,
      connections: one.connections,
      requests_per_second: rounded(one.requestsPerSecond, 0),
      p50_ms: rounded(one.p50Ms, 2),
      p99_ms: rounded(one.p99Ms, 2),
      unexpected_answers: one.unexpected,
      ...(one.share !== null && { floor: one.floor, share_of_floor: rounded(one.share, 2) }),
      ...(goalOf(one) !== null && { goal: goalOf(one) }),
    })),
    scale: report.scale.map((one) => ({
      name: one.name,
      instructors: one.instructors,
      bookings: one.bookings,
      median_ms: rounded(one.medianMs, 2),
      rows_read: one.rowsRead,
    })),
    parser: {
      runtime: "workerd",
      queries_per_second: rounded(parser.queriesPerSecond, 0),
      p50_us: rounded(parser.p50Us, 1),
      p99_us: rounded(parser.p99Us, 1),
    },
  };
}

function goalOf({ name, connections }: Result): number | null {
  return connections === GOAL_CONNECTIONS ? (GOALS[name] ?? null) : null;
}

function toVerdict(result: Result): string {
  const goal = goalOf(result);
  if (goal === null || result.share === null) return "";
  return `${percent(goal)} ${result.share >= goal ? "met" : "MISSED"}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Columns as wide as their widest cell; numbers to the right. */
function table(head: string[], rows: string[][]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const isNumber = head.map((_, column) => /^[\d.]+$/.test(rows[0]?.[column] ?? ""));
  const line = (row: string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumber[column] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  return all.map(line).join("\n");
}
