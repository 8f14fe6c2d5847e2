import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, expect, inject, test } from "vitest";
import { ROOT } from "../../scripts/command.ts";
import { launchBrowser } from "./browser.ts";

const open = await launchBrowser();
const siteUrl = inject("siteUrl");

/** Somebody's own page, as strict about what may run in it as ours. */
const partner = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? "/", "http://partner");
  const attributes = [...searchParams].map(([name, value]) => `data-${name}="${value}"`).join(" ");
  response.writeHead(request.url === "/favicon.ico" ? 204 : 200, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `default-src 'none'; script-src ${siteUrl}; connect-src ${siteUrl}`,
  });
  response.end(
    `<!doctype html><html lang="en"><title>Partner</title><main><h1>Partner</h1>
      <script async src="${siteUrl}/widget.js" ${attributes}></script></main></html>`,
  );
});
await new Promise<void>((resolve) => partner.listen(0, "127.0.0.1", resolve));
const otherSite = `http://127.0.0.1:${(partner.address() as AddressInfo).port}`;
afterAll(() => void partner.close());

const findInstructor = async (): Promise<string> => {
  const answer = await fetch(`${siteUrl}/api/search/instructors?q=piano+tomorrow`);
  const { items } = (await answer.json()) as { items: { instructor: { id: string } }[] };
  return items[0]?.instructor.id ?? "";
};

test("On another site's page the widget shows real free times, and each leads to its booking", async () => {
  const { page, leave } = await open({ otherSite });
  const id = await findInstructor();
  await page.goto(`${otherSite}/?instructor=${id}&minutes=30&theme=dark&accent=gold`);
  await page.getByRole("heading", { name: /^Free times of / }).waitFor();
  expect(await page.getByRole("status").textContent()).toMatch(/All times in [^/_]+ time\.$/);
  const start = page.getByRole("list").first().getByRole("link").first();
  const name = await start.getAttribute("aria-label");
  expect(name).toMatch(/^\w+.*\d/);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map((violation) => violation.id)).toEqual([]);
  const link = new URL((await start.getAttribute("href")) ?? "");
  expect([link.origin, link.pathname]).toEqual([siteUrl, `/instructors/${id}/book`]);
  const { items } = (await (
    await fetch(`${siteUrl}/api/public/instructors/${id}/check-slots`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        items: [{ start_at: link.searchParams.get("start_at"), duration_minutes: 30 }],
      }),
    })
  ).json()) as { items: { available: boolean }[] };
  expect(items[0]?.available).toBe(true);
  await leave();
});

test("The widget looks as its page asks, and its links are reached by keyboard", async () => {
  const { page, leave } = await open({ otherSite });
  const id = await findInstructor();
  const look = async (attributes: string) => {
    await page.goto(`${otherSite}/?instructor=${id}&${attributes}`);
    await page.getByRole("heading", { name: /^Free times of / }).waitFor();
    return await page.getByRole("link", { name: "See all times and book" }).evaluate((link) => {
      const { backgroundColor } = getComputedStyle(link.closest("section") ?? link);
      return [backgroundColor, getComputedStyle(link).color];
    });
  };
  const [white, purple, gold] = ["rgb(255, 255, 255)", "rgb(126, 34, 206)", "rgb(255, 215, 0)"];
  expect(await look("theme=light")).toEqual([white, purple]);
  expect(await look("theme=auto")).toEqual([white, purple]);
  expect(await look("theme=light&accent=no-colour")).toEqual([white, purple]);
  expect(await look("theme=dark&accent=gold")).toEqual(["rgb(28, 20, 40)", gold]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await look("theme=auto")).toEqual(["rgb(28, 20, 40)", "rgb(208, 173, 251)"]);
  await page.keyboard.press("Tab");
  const first = page.getByRole("list").first().getByRole("link").first();
  expect(await first.evaluate((link) => link.matches(":focus-visible"))).toBe(true);
  await leave();
});

test("An instructor who is not there, or whose times cannot be had, is told and not invented", async () => {
  const { page, leave } = await open({ otherSite, refusals: [404] });
  await page.goto(`${otherSite}/?instructor=nobody`);
  await page.getByText("This instructor cannot be booked at the moment.").waitFor();
  await page.route("**/api/public/**", (route) => route.fulfill({ body: "no JSON" }));
  await page.goto(`${otherSite}/?instructor=anybody`);
  await page.getByText("Free times could not be loaded.").waitFor();
  expect(await page.getByRole("listitem").count()).toBe(0);
  await leave();
});

test("The widget's file is small, says how long it may be kept, and may be used by any site", async () => {
  const file = await readFile(`${ROOT}public/widget.js`);
  expect(gzipSync(file).byteLength).toBeLessThanOrEqual(5 * 1024);
  const { headers } = await fetch(`${siteUrl}/widget.js`);
  expect(headers.get("cache-control")).toBe("public, max-age=3600");
  expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
});
