import type { AppOptions } from "../context.ts";
import { json, type Route, route } from "../route.ts";

export function healthRoutes({ version }: AppOptions): Route[] {
  return [
    route({
      method: "GET",
      path: "/api/healthz",
      access: "anyone",
      handle: () => json({ status: "ok", version }),
    }),
    route({
      method: "GET",
      path: "/api/readyz",
      access: "anyone",
      handle: async ({ services }) => {
        await services.health.assertReady();
        return json({ status: "ok", version });
      },
    }),
  ];
}
