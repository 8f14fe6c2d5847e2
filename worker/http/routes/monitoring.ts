import { EXPOSITION_TYPE } from "../../domain/exposition.ts";
import { type Route, route } from "../route.ts";

export const monitoringRoutes: Route[] = [
  route({
    method: "GET",
    path: "/metrics/prometheus",
    // Whoever brings the key need not be anybody; the service lets nobody else in.
    access: "anyone",
    handle: async ({ c, services }) => {
      const key = /^Bearer (.+)$/i.exec(c.req.header("authorization") ?? "")?.[1] ?? null;
      const text = await services.monitoring.scrape(key, c.var.findActor);
      return c.body(text, 200, { "content-type": EXPOSITION_TYPE });
    },
  }),
];
