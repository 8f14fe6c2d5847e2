import { env } from "cloudflare:workers";
import { createRequestHandler } from "@remix-run/cloudflare";
import * as build from "../build/server/index.js";
import { type Bindings, parseSettings } from "./env.ts";
import { createApp } from "./http/app.ts";
import { toLoadContext } from "./http/load-context.ts";
import { consoleLog } from "./platform/log.ts";
import { systemRandom } from "./platform/random.ts";

// Read while the Worker starts, so that a bad setting stops the start and not the first visitor.
const settings = parseSettings(env);

const app = createApp({
  settings,
  clock: () => Date.now(),
  random: systemRandom,
  log: consoleLog,
  version: build.assets.version,
});

const handlePage = createRequestHandler(build, "production");
app.all("*", async (c) => handlePage(c.req.raw, await toLoadContext(c, systemRandom)));

export default {
  fetch: app.fetch,
} satisfies ExportedHandler<Bindings>;
