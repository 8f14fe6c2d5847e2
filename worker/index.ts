import { env } from "cloudflare:workers";
import { createRequestHandler } from "@remix-run/cloudflare";
import * as build from "../build/server/index.js";
import { type Bindings, parseSettings } from "./env.ts";
import { createHandlers } from "./handlers.ts";
import { createApp } from "./http/app.ts";
import { toLoadContext } from "./http/load-context.ts";
import { assertPagesGuarded } from "./http/page-access.ts";
import { listPageTemplates } from "./http/route-templates.ts";
import { consoleLog } from "./platform/log.ts";
import { systemRandom } from "./platform/random.ts";

const options = {
  // Read while the Worker starts, so that a bad setting stops the start and not the first visitor.
  settings: parseSettings(env),
  clock: () => Date.now(),
  random: systemRandom,
  log: consoleLog,
  version: build.assets.version,
  pageTemplates: listPageTemplates(build.routes),
};
assertPagesGuarded(build.routes);
const app = createApp(options);
const handlePage = createRequestHandler(build, "production");
app.all("*", async (c) => handlePage(c.req.raw, await toLoadContext(c, options)));

export default {
  fetch: app.fetch,
  ...createHandlers(options),
} satisfies ExportedHandler<Bindings>;
