import { readdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ROOT } from "../../scripts/command.ts";
import { launchBrowser } from "./browser.ts";
import { openFirstResult, POINTER } from "./journey.ts";

const KB = 1000;
const MOST_SCRIPT_BYTES = 130 * KB;
const MOST_STYLE_BYTES = 20 * KB;
const MOST_WORKER_BYTES = 1024 * 1024;

const open = await launchBrowser();

/** What the browser fetches of a kind for the first look at a page, compressed. */
async function countFirstLoad(path: string): Promise<{ script: number; stylesheet: number }> {
  const { page, leave } = await open();
  const bytes = { script: 0, stylesheet: 0 };
  const loaded = new Set<string>();
  page.on("request", (request) => loaded.add(`${request.resourceType()} ${request.url()}`));
  await page.goto(path, { waitUntil: "networkidle" });
  await leave();
  for (const entry of loaded) {
    const [kind = "", url = ""] = entry.split(" ");
    if (kind !== "script" && kind !== "stylesheet") continue;
    bytes[kind] += gzipSync(await readFile(`${ROOT}build/client${new URL(url).pathname}`)).length;
  }
  return bytes;
}

async function findProfilePath(): Promise<string> {
  const { page, leave } = await open();
  await page.goto("/search?service=piano");
  await openFirstResult(page, POINTER);
  const { pathname } = new URL(page.url());
  await leave();
  return pathname;
}

test("The first look at any public page takes at most 130 kB of scripts and 20 kB of styles", async () => {
  const profile = await findProfilePath();
  const paths = ["/", "/services", "/search?service=piano", profile, `${profile}/book`];
  for (const path of [...paths, "/login", "/signup"]) {
    const { script, stylesheet } = await countFirstLoad(path);
    expect(script, `scripts of ${path}`).toBeGreaterThan(0);
    expect(script, `scripts of ${path}`).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
    expect(stylesheet, `styles of ${path}`).toBeGreaterThan(0);
    expect(stylesheet, `styles of ${path}`).toBeLessThanOrEqual(MOST_STYLE_BYTES);
  }
});

test("The Worker is at most 1 MiB compressed", async () => {
  const files = (await readdir(`${ROOT}dist`)).filter((name) => /\.(js|wasm)$/.test(name));
  expect(files).toContain("index.js");
  const modules = await Promise.all(files.map((name) => readFile(`${ROOT}dist/${name}`)));
  expect(gzipSync(Buffer.concat(modules)).length).toBeLessThanOrEqual(MOST_WORKER_BYTES);
});
