import { env } from "cloudflare:workers";
import { type Bindings, parseSettings } from "../worker/env.ts";
import { createApp } from "../worker/http/app.ts";
import { consoleLog } from "../worker/platform/log.ts";
import { systemRandom } from "../worker/platform/random.ts";

// The Worker without its pages, so that tests of everything else need no build of them.
const app = createApp({
  settings: parseSettings(env),
  clock: () => Date.now(),
  random: systemRandom,
  log: consoleLog,
  version: "test",
});

export default { fetch: app.fetch } satisfies ExportedHandler<Bindings>;
