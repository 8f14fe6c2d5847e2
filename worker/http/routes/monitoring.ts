import { toPageJson } from "../../contracts/common.ts";
import {
  AlertsQuery,
  DashboardQuery,
  SlowQuery,
  toAlertJson,
  toCacheJson,
  toDashboardJson,
  toDatabaseJson,
  toQueuesJson,
  toSlowQueryJson,
  toSlowRequestJson,
} from "../../contracts/monitoring.ts";
import { EXPOSITION_TYPE } from "../../domain/exposition.ts";
import { json, type Route, route } from "../route.ts";

const BASE = "/api/monitoring";
const access = "access_monitoring";

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
  route({
    method: "GET",
    path: `${BASE}/dashboard`,
    access,
    query: DashboardQuery,
    handle: async ({ services, actor, query }) =>
      json(toDashboardJson(await services.monitoring.dashboard(actor, query.hours))),
  }),
  route({
    method: "GET",
    path: `${BASE}/slow-requests`,
    access,
    query: SlowQuery,
    handle: async ({ services, actor, query }) => {
      const page = await services.monitoring.slowRequests(actor, query.page, query.per_page);
      return json(toPageJson(page, toSlowRequestJson));
    },
  }),
  route({
    method: "GET",
    path: `${BASE}/slow-queries`,
    access,
    query: SlowQuery,
    handle: async ({ services, actor, query }) => {
      const page = await services.monitoring.slowQueries(actor, query.page, query.per_page);
      return json(toPageJson(page, toSlowQueryJson));
    },
  }),
  route({
    method: "GET",
    path: `${BASE}/alerts`,
    access,
    query: AlertsQuery,
    handle: async ({ services, actor, query }) => {
      const { state = null, page, per_page } = query;
      const alerts = await services.monitoring.alerts(actor, state, page, per_page);
      return json(toPageJson(alerts, toAlertJson));
    },
  }),
  route({
    method: "POST",
    path: `${BASE}/alerts/:alertId/acknowledge`,
    access,
    handle: async ({ services, actor, param }) =>
      json(toAlertJson(await services.monitoring.acknowledge(actor, param("alertId")))),
  }),
  route({
    method: "GET",
    path: `${BASE}/cache`,
    access,
    handle: async ({ services, actor }) =>
      json(toCacheJson(await services.monitoring.cache(actor))),
  }),
  route({
    method: "GET",
    path: `${BASE}/database`,
    access,
    handle: async ({ services, actor }) =>
      json(toDatabaseJson(await services.monitoring.database(actor))),
  }),
  route({
    method: "GET",
    path: `${BASE}/queues`,
    access,
    handle: async ({ services, actor }) =>
      json(toQueuesJson(await services.monitoring.queues(actor))),
  }),
];
