import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { unstable_readConfig } from "wrangler";
import { findTarget, parseDatabases } from "./target.ts";
import { TIERS, type Tier } from "./tier.ts";

/** The part of wrangler's answer, whose own type is lost on the way, that is looked at here. */
interface Config {
  d1_databases: {
    binding: string;
    database_name: string;
    database_id: string;
    migrations_dir: string;
  }[];
  kv_namespaces: { binding: string; id: string }[];
  r2_buckets: { binding: string; bucket_name: string }[];
  queues: {
    producers: { binding: string; queue: string }[];
    consumers: { queue: string; dead_letter_queue?: string }[];
  };
  assets: object;
  triggers: object;
  vars: { TIER: string };
}

function readConfig(tier: Tier): Config {
  return unstable_readConfig(
    { config: "wrangler.toml", ...(tier === "int" ? {} : { env: tier }) },
    { hideWarnings: true },
  );
}

/** What a tier binds and runs, without what has to differ. */
function shapeOf(tier: Tier) {
  const { d1_databases, kv_namespaces, queues, r2_buckets, assets, triggers, vars } =
    readConfig(tier);
  const names = (bindings: { binding: string }[]) => bindings.map(({ binding }) => binding);
  const common = (name: string) => name.replace(`instainstru-${tier}-`, "");
  return {
    databases: names(d1_databases),
    caches: names(kv_namespaces),
    buckets: r2_buckets.map(({ binding, bucket_name }) => [binding, common(bucket_name)]),
    producers: queues.producers.map(({ binding, queue }) => [binding, common(queue)]),
    consumers: queues.consumers.map(({ queue, dead_letter_queue, ...limits }) => ({
      ...limits,
      queue: common(queue),
      deadLetters: dead_letter_queue && common(dead_letter_queue),
    })),
    assets,
    triggers,
    tier: vars.TIER === tier,
    migrations: d1_databases.map(({ migrations_dir }) => migrations_dir),
  };
}

/** Everything that belongs to one tier alone. */
function resourcesOf(tier: Tier): string[] {
  const { d1_databases, kv_namespaces, queues, r2_buckets } = readConfig(tier);
  return [
    ...d1_databases.map(({ database_id }) => `database ${database_id}`),
    ...kv_namespaces.map(({ id }) => `cache ${id}`),
    ...queues.producers.map(({ queue }) => `queue ${queue}`),
    ...r2_buckets.map(({ bucket_name }) => `bucket ${bucket_name}`),
  ];
}

test("each tier binds and runs the same as the others, under the same names", () => {
  const int = shapeOf("int");
  expect(int.tier).toBe(true);
  expect(int.consumers).toHaveLength(4);
  for (const tier of ["stg", "prod"] as const) expect(shapeOf(tier)).toEqual(int);
});

test("no two tiers share a database, a cache, a queue or a bucket", () => {
  const all = TIERS.flatMap(resourcesOf);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toHaveLength(18);
});

test("the guard reads the databases as wrangler does", () => {
  const databases = parseDatabases(readFileSync("wrangler.toml", "utf8"));
  for (const tier of TIERS) {
    const [{ database_name: name, database_id: id } = {}] = readConfig(tier).d1_databases;
    expect(findTarget(databases, tier)).toEqual({ name, id });
  }
});
