import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { seedReference } from "../db/seed/reference.ts";

await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
await seedReference(env.DB);
