import { createRequestHandler } from "@remix-run/cloudflare";
import { Hono } from "hono";
import * as build from "../build/server/index.js";
const handler = createRequestHandler(build as never, "production");
const app = new Hono();
app.get("/api/healthz", (c) => c.json({ status: "ok" }));
app.all("*", (c) => handler(c.req.raw, {}));
export default { fetch: app.fetch };
