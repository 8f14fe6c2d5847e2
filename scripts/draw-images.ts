import { readFile } from "node:fs/promises";
import { type Browser, chromium } from "playwright-core";
import { ROOT, runMain } from "./command.ts";

const PURPLE = "#7E22CE";

/** An icon without round corners, for systems that cut their own shape out of it. */
function fillSquare(icon: string, scale: number): string {
  return `<div style="background:${PURPLE};width:100vw;height:100vh;display:grid;place-items:center">
    <div style="width:${100 * scale}vw;height:${100 * scale}vh">${icon}</div></div>`;
}

/** What others show beside a link to the site. */
function drawCard(icon: string): string {
  return `<div style="box-sizing:border-box;width:1200px;height:630px;padding:90px;background:#F5EFFE;
      border-bottom:24px solid #FFD93D;font-family:'Liberation Sans',Arial,sans-serif;color:#111827;
      display:flex;flex-direction:column;justify-content:center">
    <div style="display:flex;align-items:center;gap:32px">
      <div style="width:120px;height:120px">${icon}</div>
      <div style="font-size:76px;font-weight:bold;color:${PURPLE};letter-spacing:-2px">iNSTAiNSTRU</div>
    </div>
    <div style="margin-top:56px;font-size:64px;font-weight:bold;line-height:1.15;text-wrap:balance">
      Lessons with instructors in New York City</div>
    <div style="margin-top:28px;font-size:36px;color:#4B5563">
      See when they are really free, and book in a few minutes.</div>
  </div>`;
}

async function draw(
  browser: Browser,
  { name, width, height, html }: { name: string; width: number; height: number; html: string },
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(
    `<!DOCTYPE html><style>body{margin:0}svg{display:block;width:100%;height:100%}</style>${html}`,
  );
  await page.screenshot({ path: `${ROOT}public/${name}.png`, omitBackground: true });
  await page.close();
}

/** Draws the PNG images of `public` anew from `favicon.svg`. They are kept with the sources. */
await runMain(async () => {
  const icon = await readFile(`${ROOT}public/favicon.svg`, "utf8");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const squares = [
    { name: "icon-192", side: 192, html: icon },
    { name: "icon-512", side: 512, html: icon },
    { name: "icon-maskable-512", side: 512, html: fillSquare(icon, 0.8) },
    { name: "apple-touch-icon", side: 180, html: fillSquare(icon, 0.9) },
  ];
  for (const { name, side, html } of squares) {
    await draw(browser, { name, width: side, height: side, html });
  }
  await draw(browser, { name: "card", width: 1200, height: 630, html: drawCard(icon) });
  await browser.close();
  return 0;
});
