import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { build } from "vite";
import { ROOT } from "../scripts/command.ts";
import searchCases from "../worker/domain/search-query/search-cases.json" with { type: "json" };
import { quantile } from "./load.ts";

/** A request carries so many parses that what the request itself costs hardly counts. */
const PARSES_PER_REQUEST = 500;
const WARM_UP_PASSES = 1;
const PASSES = 5;

export interface ParserResult {
  queriesPerSecond: number;
  p50Us: number;
  p99Us: number;
}

/**
 * The query parser over the agreed cases, inside workerd. Each figure is the mean of one request's
 * parses of one case, less a request that parses nothing; the quantiles go over cases and passes.
 */
export async function measureParser(): Promise<ParserResult> {
  const mf = new Miniflare(
    convertV4MiniflareOptions({
      modules: [{ type: "ESModule", path: "parser.mjs", contents: await bundleWorker() }],
      compatibilityDate: "2026-11-01",
      cf: false,
      logRequests: false,
    }),
  );
  const timeUs = async (at: number, times: number) => {
    const startedAt = performance.now();
    await (await mf.dispatchFetch(`http://parser/?case=${at}&times=${times}`)).text();
    return (performance.now() - startedAt) * 1000;
  };
  const durationsUs: number[] = [];
  for (let pass = 0; pass < WARM_UP_PASSES + PASSES; pass++) {
    for (const at of searchCases.cases.keys()) {
      const emptyUs = await timeUs(at, 0);
      const fullUs = await timeUs(at, PARSES_PER_REQUEST);
      if (pass >= WARM_UP_PASSES) durationsUs.push((fullUs - emptyUs) / PARSES_PER_REQUEST);
    }
  }
  await mf.dispose();
  const totalUs = durationsUs.reduce((sum, one) => sum + one, 0);
  durationsUs.sort((a, b) => a - b);
  return {
    queriesPerSecond: (durationsUs.length / totalUs) * 1_000_000,
    p50Us: quantile(durationsUs, 0.5),
    p99Us: quantile(durationsUs, 0.99),
  };
}

async function bundleWorker(): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      lib: { entry: `${ROOT}bench/parser-worker.ts`, formats: ["es"], fileName: "parser" },
    },
  });
  const [bundle] = [built].flat();
  const chunk = bundle && "output" in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error("The parser could not be bundled");
  return chunk.code;
}
