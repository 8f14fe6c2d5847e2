import { env } from "cloudflare:workers";
import { type Bindings, parseSettings } from "../worker/env.ts";
import { createHandlers } from "../worker/handlers.ts";
import { createApp } from "../worker/http/app.ts";
import { consoleLog } from "../worker/platform/log.ts";
import { systemRandom } from "../worker/platform/random.ts";

// The Worker without its pages, so that tests of everything else need no build of them.
const options = {
  settings: parseSettings(env),
  clock: () => Date.now(),
  random: systemRandom,
  log: consoleLog,
  version: "test",
};

export default {
  fetch: createApp(options).fetch,
  // The queues deliver by themselves while tests run. In 1970 none of the tests' mail is due, so only
  // the tests send it, on their own clocks.
  ...createHandlers({ ...options, clock: () => 0 }),
} satisfies ExportedHandler<Bindings>;
