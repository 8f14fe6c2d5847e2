import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { ROOT } from "../scripts/command.ts";

const HOST = "127.0.0.1";
const COMPATIBILITY_DATE = "2026-11-01";
const VALUE_BYTES = 4096;
const OWNERS = 100;
const ITEMS_PER_OWNER = 30;

const SCHEMA = [
  "CREATE TABLE items (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL, text TEXT NOT NULL)",
  "CREATE INDEX items_owner ON items (owner)",
  "CREATE TABLE notes (id TEXT PRIMARY KEY, text TEXT NOT NULL)",
];

/**
 * Serves the floor Worker with a KV and a D1 of its own in memory, straight to the socket. Behind
 * static files, as the real Worker is, each request first passes the router that looks for a file.
 */
export async function startFloor({
  isBehindFiles,
}: {
  isBehindFiles: boolean;
}): Promise<{ url: string; stop: () => Promise<void> }> {
  const assets = {
    directory: `${ROOT}build/client`,
    routerConfig: { has_user_worker: true },
    assetConfig: { compatibility_date: COMPATIBILITY_DATE },
  };
  const mf = new Miniflare(
    convertV4MiniflareOptions({
      rootPath: ROOT,
      modulesRoot: `${ROOT}bench`,
      modules: [{ type: "ESModule", path: `${ROOT}bench/floor-worker.js` }],
      compatibilityDate: COMPATIBILITY_DATE,
      kvNamespaces: { KV: "floor" },
      d1Databases: { DB: "floor" },
      ...(isBehindFiles ? { assets } : {}),
      host: HOST,
      port: 0,
      unsafeDirectSockets: [{ host: HOST, port: 0 }],
      cf: false,
      logRequests: false,
    }),
  );
  await mf.ready;
  const kv = await mf.getKVNamespace("KV");
  await kv.put("value", "x".repeat(VALUE_BYTES));
  const db = await mf.getD1Database("DB");
  await db.batch([
    ...SCHEMA.map((statement) => db.prepare(statement)),
    db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1)
         INSERT INTO items (owner, text) SELECT i % ?2, printf('Item number %d', i) FROM n`,
      )
      .bind(OWNERS * ITEMS_PER_OWNER, OWNERS),
  ]);
  const { origin } = await mf.unsafeGetDirectURL();
  return { url: origin, stop: () => mf.dispose() };
}
