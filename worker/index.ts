import { env, waitUntil } from "cloudflare:workers";
import { createRequestHandler } from "@remix-run/cloudflare";
import * as build from "../build/server/index.js";
import { type Bindings, parseSettings } from "./env.ts";
import { createHandlers } from "./handlers.ts";
import { createApp } from "./http/app.ts";
import { toLoadContext } from "./http/load-context.ts";
import { assertPagesGuarded } from "./http/page-access.ts";
import { listPageTemplates } from "./http/route-templates.ts";
import { consoleLog, type Log } from "./platform/log.ts";
import { systemRandom } from "./platform/random.ts";
import { parseSentryDsn, withSentry } from "./platform/sentry.ts";

// Read while the Worker starts, so that a bad setting stops the start and not the first visitor.
const settings = parseSettings(env);
const clock = () => Date.now();

function createLog(): Log {
  const target = settings.SENTRY_DSN === null ? null : parseSentryDsn(settings.SENTRY_DSN);
  if (!target) return consoleLog;
  return withSentry(consoleLog, {
    target,
    environment: settings.TIER,
    release: build.assets.version,
    clock,
    newEventId: () => crypto.randomUUID().replaceAll("-", ""),
    fetcher: (...request) => fetch(...request),
    defer: waitUntil,
  });
}

const options = {
  settings,
  clock,
  random: systemRandom,
  log: createLog(),
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
