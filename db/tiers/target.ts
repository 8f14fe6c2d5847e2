import { databaseName, TIERS, type Tier, TierError } from "./tier.ts";

/** A database as wrangler.toml names it. */
export interface Target {
  name: string;
  id: string;
}

/**
 * The database of a tier. Throws TierError where wrangler.toml gives it another tier's one, under
 * whatever name, or a name that does not say whose it is.
 */
export function findTarget(databases: Record<Tier, Target | undefined>, tier: Tier): Target {
  const target = databases[tier];
  if (!target)
    throw new TierError(`wrangler.toml has no database for ${tier}; add its DB binding.`);
  const expected = databaseName(tier);
  if (target.name !== expected) {
    throw new TierError(`wrangler.toml gives ${tier} "${target.name}"; it has to be ${expected}.`);
  }
  const twin = TIERS.find((other) => other !== tier && databases[other]?.id === target.id);
  if (twin) {
    throw new TierError(`wrangler.toml gives ${tier} the database of ${twin}; correct its id.`);
  }
  return target;
}

/**
 * Each tier's DB binding in the text of wrangler.toml. Reads just that, as loading wrangler for it
 * would take seconds; a test holds it against wrangler's own reading.
 */
export function parseDatabases(toml: string): Record<Tier, Target | undefined> {
  const tables = toml.split(/^(?=\[)/m).map((text) => ({
    header: /^\[\[?([\w.]+)\]\]?/.exec(text)?.[1],
    value: (key: string) => new RegExp(`^${key}\\s*=\\s*"([^"]*)"`, "m").exec(text)?.[1],
  }));
  const find = (header: string): Target | undefined => {
    const table = tables.find((one) => one.header === header && one.value("binding") === "DB");
    const [name, id] = [table?.value("database_name"), table?.value("database_id")];
    return name && id ? { name, id } : undefined;
  };
  return {
    int: find("d1_databases"),
    stg: find("env.stg.d1_databases"),
    prod: find("env.prod.d1_databases"),
  };
}
