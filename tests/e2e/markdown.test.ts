import { expect, inject, test } from "vitest";

const siteUrl = inject("siteUrl");

async function read(url: string): Promise<string> {
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get("content-type")], url).toEqual([
    200,
    "text/markdown; charset=utf-8",
  ]);
  return await answer.text();
}

test("A program finds its way from llms.txt over a search to an instructor and a start that can be booked", async () => {
  const start = await read(`${siteUrl}/llms.txt`);
  expect(start).toContain(`(${siteUrl}/md/services)`);
  const services = await read(`${siteUrl}/md/services`);
  const search = /\((\S+\/md\/search\?service=\S+)\)/.exec(services)?.[1] ?? "";
  const results = await read(search);
  const profile = /\((\S+\/md\/instructors\/\w+)\)/.exec(results)?.[1] ?? "";
  const instructor = await read(profile);
  expect(instructor).toMatch(/^# \S/);
  const booking = /\((\S+\/instructors\/(\w+)\/book\?start_at=(\S+?))\)/.exec(instructor);
  const [, page = "", id = "", startAt = ""] = booking ?? [];
  const check = await fetch(`${siteUrl}/api/public/instructors/${id}/next-available`);
  expect(((await check.json()) as { found: boolean }).found).toBe(true);
  expect(Date.parse(startAt)).toBeGreaterThan(Date.now());
  expect((await fetch(page)).status).toBe(200);
});

test("Pages name their twin, and nobody's twin is nobody", async () => {
  const html = await (await fetch(`${siteUrl}/services`)).text();
  expect(html).toContain(`type="text/markdown" href="${siteUrl}/md/services"`);
  expect((await fetch(`${siteUrl}/md/instructors/nobody`)).status).toBe(404);
});
