import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../db/client.ts";
import { createSitemapRepository } from "../../db/repositories/sitemap.ts";
import { query } from "../../tests/database.ts";
import { createInstructor } from "../../tests/factories.ts";
import { listScans } from "../../tests/query-plans.ts";
import { watchDatabase } from "../../tests/watched-database.ts";
import { createSitemapService } from "./sitemap.ts";

const watched = watchDatabase(env.DB);
const db = openDatabase(watched.db.withSession("first-primary"), noDatabaseUse());
const sitemap = createSitemapService({
  sitemap: createSitemapRepository(db),
  perPage: 4,
  atOnce: 3,
});

async function readPage(from: string): Promise<string[][]> {
  const chunks: string[][] = [];
  for await (const chunk of sitemap.streamPage(from)) chunks.push(chunk.map(({ id }) => id));
  return chunks;
}

test("the pages hold every instructor whom the public sees once, and nobody else", async () => {
  expect(await sitemap.listPageStarts()).toEqual([]);
  const listed: string[] = [];
  for (let i = 0; i < 9; i++) listed.push((await createInstructor()).id);
  await createInstructor({ status: "suspended" });
  await createInstructor({ isOfferingActive: false });
  listed.sort();

  const starts = await sitemap.listPageStarts();
  expect(starts).toEqual([listed[0], listed[4], listed[8]]);
  const pages = await Promise.all(starts.map(readPage));
  expect(pages.map((chunks) => chunks.map(({ length }) => length))).toEqual([[3, 1], [3, 1], [1]]);
  expect(pages.flat(2)).toEqual(listed);
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
});

test("a page was changed when its profile or one of its offerings was", async () => {
  const { id, offeringId } = await createInstructor();
  const changedAt = async () => (await sitemap.streamPage(id).next()).value?.[0]?.updatedAt;
  await query("UPDATE instructors SET updated_at = 1000 WHERE id = ?", id);
  await query("UPDATE offerings SET updated_at = 3000 WHERE id = ?", offeringId);
  expect(await changedAt()).toBe(3000);
  await query("UPDATE instructors SET updated_at = 4000 WHERE id = ?", id);
  expect(await changedAt()).toBe(4000);
});
