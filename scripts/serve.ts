import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from "wrangler";
import { ROOT } from "./command.ts";

const HOST = "127.0.0.1";
/** What Cloudflare would say about a request from nearby; asking it needs a network. */
const EDGE_METADATA = {
  colo: "EWR",
  country: "US",
  region: "New York",
  regionCode: "NY",
  city: "New York",
  timezone: "America/New_York",
};

export interface ServeOptions {
  /** 0 for any free one. */
  port: number;
  /** Folder for D1 and KV; without it they live in memory. */
  persist?: string;
  /** Settings, which win over those of wrangler.toml. */
  bindings?: Record<string, string>;
  /** Straight to the Worker: several times faster, but nothing is compressed. */
  direct?: boolean;
  /** Gets each line that the Worker logs; without it they are dropped. */
  onLog?: (line: string) => void;
  /** Whether what is sent to a queue stays there, as if it were delivered on another machine. */
  holdsQueues?: boolean;
  /** Modules in front of the Worker, the first of them being the one that is served. */
  front?: { type: "ESModule"; path: string; contents: string }[];
}

export interface Served {
  /** Without a slash at the end. */
  url: string;
  mf: Miniflare;
  crons: string[];
  stop: () => Promise<void>;
}

/** What wrangler.toml says of a local run, also where CLOUDFLARE_ENV was left to name another tier. */
export function readLocalConfig() {
  return unstable_readConfig({ config: `${ROOT}wrangler.toml`, env: "" });
}

/** Serves the built Worker of `dist` with its pages, database, cache and queues on 127.0.0.1. */
export async function serve({
  port,
  persist,
  bindings,
  direct,
  onLog,
  front,
  holdsQueues,
}: ServeOptions): Promise<Served> {
  const config = readLocalConfig();
  const { workerOptions } = unstable_getMiniflareWorkerOptions(config);
  const options = convertV4MiniflareOptions({
    ...workerOptions,
    rootPath: ROOT,
    modulesRoot: `${ROOT}dist`,
    modules: [...(front ?? []), { type: "ESModule", path: `${ROOT}dist/index.js` }],
    bindings: Object.assign({}, workerOptions.bindings, bindings),
    host: HOST,
    port: direct ? 0 : port,
    ...(direct ? { unsafeDirectSockets: [{ host: HOST, port }] } : {}),
    ...(holdsQueues ? { queueConsumers: {} } : {}),
    ...(persist ? { resourcePersistencePath: persist } : {}),
    cf: EDGE_METADATA,
    logRequests: false,
    handleStructuredLogs: ({ message }) => onLog?.(message),
  });
  const mf = new Miniflare(options);
  const entry = await mf.ready;
  const { origin } = direct ? await mf.unsafeGetDirectURL() : entry;
  return { url: origin, mf, crons: config.triggers.crons ?? [], stop: () => mf.dispose() };
}
