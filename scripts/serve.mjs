import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
const { workerOptions } = unstable_getMiniflareWorkerOptions("wrangler.toml");
console.log(JSON.stringify(workerOptions, null, 1).slice(0, 3000));
const mf = new Miniflare(convertV4MiniflareOptions({
  ...workerOptions,
  modules: [{ type: "ESModule", path: "dist/index.js" }],
  host: "127.0.0.1", port: 8799,
  d1Persist: ".wrangler/state/v3/d1", kvPersist: ".wrangler/state/v3/kv",
  unsafeDirectSockets: [{ host: "127.0.0.1", port: 8798 }],
}));
const url = await mf.ready;
console.log(String(url));
for (const p of ["/", "/api/healthz", "/.vite/manifest.json", "/assets/app-h15Eixl2.css"]) for (const port of [8799, 8798]) {
  const r = await fetch(`http://127.0.0.1:${port}${p}`); console.log(port, p, r.status, (await r.text()).length, [...r.headers].join(" ; "));
}
await mf.dispose();
