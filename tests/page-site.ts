import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { createRequestHandler, type ServerBuild } from "@remix-run/cloudflare";
import { FUTURE_FLAGS } from "../app/future-flags.ts";
import { type Bindings, parseSettings } from "../worker/env.ts";
import { createApp } from "../worker/http/app.ts";
import { toLoadContext } from "../worker/http/load-context.ts";
import { testRandom } from "./api.ts";

type Modules = ServerBuild["routes"];

/** The pages as the Worker serves them, up to what they are made of: nothing is rendered. */
export async function createPageSite(now: number) {
  const handle = createRequestHandler(await toBuild(), "production");
  return {
    /** One that has answered nothing yet: another isolate. */
    open() {
      const options = {
        settings: parseSettings({
          TIER: "int",
          RATE_LIMIT_SCALE: "1000",
          METRICS_SAMPLE: "0",
          LOG_SAMPLE: "0",
        }),
        clock: () => now,
        random: testRandom,
        log: (event: string, facts: unknown) => console.error(event, facts),
        version: "test",
      };
      const app = createApp(options);
      app.all("*", async (c) => handle(c.req.raw, await toLoadContext(c, options)));
      return async (
        path: string,
        cookie: string,
        bindings: Partial<Bindings>,
        form?: Record<string, string>,
      ) => {
        const context = createExecutionContext();
        const sent = form && { method: "POST", body: new URLSearchParams(form) };
        const request = new Request(`http://localhost${path}`, { headers: { cookie }, ...sent });
        const response = await app.fetch(request, { ...env, ...bindings }, context);
        await response.text();
        return { status: response.status, afterwards: () => waitOnExecutionContext(context) };
      };
    },
  };
}

async function toBuild(): Promise<ServerBuild> {
  const root = { id: "root", path: "", module: await import("../app/root.tsx") };
  const pages = await Promise.all(
    env.TEST_PAGES.map(async ({ path, file }) => ({
      id: file,
      parentId: "root",
      path,
      index: path === "",
      module: await import(/* @vite-ignore */ `../app/${file}`),
    })),
  );
  return {
    entry: {
      module: {
        default: async (_request: Request, status: number) => new Response("", { status }),
      },
    },
    routes: Object.fromEntries([root, ...pages].map((one) => [one.id, one])) as Modules,
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "test" },
    future: { ...FUTURE_FLAGS, unstable_optimizeDeps: false },
    isSpaMode: false,
    publicPath: "/",
    assetsBuildDirectory: "",
    basename: "/",
    mode: "production",
  } as unknown as ServerBuild;
}
