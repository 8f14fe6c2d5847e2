import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { build } from "../scripts/build.ts";
import { ROOT, runMain } from "../scripts/command.ts";
import { listFigures } from "./figures.ts";
import { startFloor } from "./floor.ts";
import { startMarket } from "./market.ts";
import { measureParser } from "./parser.ts";
import { type Report, toJson, toText } from "./report.ts";
import { measureRounds, type Result } from "./rounds.ts";
import { measureScale } from "./scale.ts";

const INSTRUCTORS = 200;
const CONNECTIONS = [1, 16, 64];
const SIZES = [100, 1000];
const LARGE_SIZES = [...SIZES, 10_000];

/** `--quick` measures less and keeps nothing, `--scale` also a market of ten thousand instructors. */
async function run(): Promise<number> {
  const { values } = parseArgs({
    options: { quick: { type: "boolean" }, scale: { type: "boolean" } },
  });
  const effort = values.quick ? { rounds: 1, seconds: 1 } : { rounds: 3, seconds: 2 };
  await build();
  const parser = await measureParser();
  const results = await measureServing(effort);
  console.log("Measuring markets of several sizes …");
  const scale = await measureScale(values.scale ? LARGE_SIZES : SIZES);
  const machine = {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    node: process.versions.node,
  };
  const measuredAt = new Date().toISOString();
  const market = { instructors: INSTRUCTORS, ...effort };
  const report: Report = { measuredAt, machine, ...market, results, scale, parser };
  console.log(`\n${toText(report)}`);
  if (!values.quick) {
    await writeFile(`${ROOT}bench/results.json`, `${JSON.stringify(toJson(report), null, 2)}\n`);
  }
  return 0;
}

async function measureServing(effort: { rounds: number; seconds: number }): Promise<Result[]> {
  const floor = await startFloor({ isBehindFiles: true });
  const floorAlone = await startFloor({ isBehindFiles: false });
  // Mail, webhooks and metrics are other machines' work; `npm run test:load` has them beside the requests.
  const market = await startMarket(INSTRUCTORS, { holdsQueues: true });
  try {
    const figures = await listFigures(market, {
      behindFiles: floor.url,
      alone: floorAlone.url,
    });
    const results: Result[] = [];
    for (const connections of CONNECTIONS) {
      console.log(`Measuring with ${connections} connections …`);
      results.push(...(await measureRounds(figures, { connections, ...effort })));
    }
    return results;
  } finally {
    await Promise.all([floor.stop(), floorAlone.stop(), market.served.stop()]);
  }
}

await runMain(run);
