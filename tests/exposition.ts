/** One line of the text format of Prometheus. */
export interface ParsedSample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

interface ParsedMetrics {
  /** Of each metric that is declared, in order. */
  types: Map<string, string>;
  samples: ParsedSample[];
}

/**
 * Reads the text format as its definition says, and throws for whatever is not in it: this knows
 * nothing of how the site writes it.
 */
export function parseExposition(text: string): ParsedMetrics {
  if (text !== "" && !text.endsWith("\n")) throw new Error("The last line does not end.");
  const types = new Map<string, string>();
  const helped = new Set<string>();
  const samples: ParsedSample[] = [];
  for (const line of text.split("\n").slice(0, -1)) {
    const help = /^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/.exec(line);
    const type = /^# TYPE (\S+) (counter|gauge|histogram|summary|untyped)$/.exec(line);
    if (help) {
      if (helped.has(help[1] as string)) throw new Error(`Helped twice: ${line}`);
      helped.add(help[1] as string);
    } else if (type) {
      if (types.has(type[1] as string)) throw new Error(`Declared twice: ${line}`);
      types.set(type[1] as string, type[2] as string);
    } else samples.push(parseSample(line));
  }
  for (const { name } of samples) assertDeclared(name, types);
  const seen = samples.map(({ name, labels }) => JSON.stringify([name, labels]));
  if (new Set(seen).size < seen.length) throw new Error("One series is told twice.");
  return { types, samples };
}

function assertDeclared(name: string, types: ReadonlyMap<string, string>): void {
  const base = name.replace(/_(bucket|sum|count)$/, "");
  if (!types.has(name) && types.get(base) !== "histogram") throw new Error(`${name} has no TYPE.`);
}

function parseSample(line: string): ParsedSample {
  const found = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/.exec(line);
  if (!found) throw new Error(`Not a sample: ${line}`);
  const [, name = "", inside = "", number = ""] = found;
  const value = number === "+Inf" ? Number.POSITIVE_INFINITY : Number(number);
  if (Number.isNaN(value)) throw new Error(`Not a number: ${line}`);
  const labels: Record<string, string> = {};
  let rest = inside;
  while (rest !== "") {
    const label = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/.exec(rest);
    if (!label) throw new Error(`Not labels: ${line}`);
    const [all, key = "", raw = ""] = label;
    if (key in labels) throw new Error(`A label twice: ${line}`);
    labels[key] = raw.replaceAll(/\\(["\\n])/g, (_, one) => (one === "n" ? "\n" : one));
    rest = rest.slice(all.length);
  }
  return { name, labels, value };
}
