import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { apiFiles } from "./api-files.ts";

/** Writes what is generated from the routes to docs/api; with `--check`, only says what differs. */
const folder = new URL("../docs/api/", import.meta.url);
const isCheck = process.argv.includes("--check");

const stale: string[] = [];
for (const [name, text] of Object.entries(await apiFiles())) {
  const file = fileURLToPath(new URL(name, folder));
  const known = await readFile(file, "utf8").catch(() => "");
  if (known === text) continue;
  stale.push(`docs/api/${name}`);
  if (!isCheck) await writeFile(file, text);
}
if (stale.length === 0) console.log("docs/api says what the routes say.");
else if (!isCheck) console.log(`Written: ${stale.join(", ")}.`);
else {
  console.error(`Not what the routes say: ${stale.join(", ")}. Run npm run api:generate.`);
  process.exitCode = 1;
}
