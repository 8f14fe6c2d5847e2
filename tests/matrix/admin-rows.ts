import type { Permission } from "../../worker/domain/permission.ts";
import { PASSWORD } from "../accounts.ts";
import { createStudent } from "../factories.ts";
import { createAnnouncement } from "./public-rows.ts";
import { everyRole, type Facts, toRows } from "./row.ts";

/** Something done to somebody whom nobody in the table is. */
const toSomebody = (body?: unknown, more: Record<string, string> = {}) => ({
  ask: async () => ({ params: { userId: (await createStudent()).id, ...more }, body }),
});
const privacyOfSomebody = (body?: unknown) => ({
  ask: async () => ({ params: { id: (await createStudent()).id }, body }),
});
const SERVICE = { ask: () => ({ params: { service: "harp" } }) };
const NEWS = {
  title: "News",
  starts_at: "2026-12-01T15:00:00Z",
  ends_at: "2026-12-02T15:00:00Z",
};
const announcement = (body?: unknown) => ({
  ask: async () => ({ params: { announcementId: await createAnnouncement() }, body }),
});

const needs = (admin: Permission) => ({ needs: { admin } });
const ANALYTICS: Facts = needs("view_system_analytics");

/** Looking after people, their data and the numbers, and what people decide of their own data. */
export const adminRows = toRows(
  `
  guest stu stu2 ins ins2 admin sus.stu sus.ins gone
  401   403 403  403 403  200   403     403     401  GET /api/admin/users
  401   403 403  403 403  200   403     403     401  GET /api/admin/users/:userId
  401   403 403  403 403  200   403     403     401  PUT /api/admin/users/:userId/roles
  401   403 403  403 403  200   403     403     401  PUT /api/admin/users/:userId/permissions/:permission
  401   403 403  403 403  200   403     403     401  DELETE /api/admin/users/:userId/permissions/:permission
  401   403 403  403 403  200   403     403     401  PUT /api/admin/users/:userId/status
  401   403 403  403 403  200   403     403     401  GET /api/admin/announcements
  401   403 403  403 403  201   403     403     401  POST /api/admin/announcements
  401   403 403  403 403  200   403     403     401  GET /api/admin/announcements/:announcementId
  401   403 403  403 403  200   403     403     401  PUT /api/admin/announcements/:announcementId
  401   200 200  200 200  200   200     200     401  GET /api/privacy/export/me
  401   200 200  200 200  200   200     200     401  POST /api/privacy/delete/me
  401   204 204  204 204  204   204     204     401  PUT /api/privacy/choices
  401   403 403  403 403  200   403     403     401  GET /api/privacy/export/user/:id
  401   403 403  403 403  200   403     403     401  POST /api/privacy/delete/user/:id
  401   403 403  403 403  200   403     403     401  GET /api/privacy/statistics
  401   403 403  403 403  200   403     403     401  POST /api/privacy/retention/apply
  401   200 200  200 200  200   200     200     401  GET /api/service-alerts
  401   204 204  204 204  204   204     204     401  PUT /api/service-alerts/:service
  401   204 204  204 204  204   204     204     401  DELETE /api/service-alerts/:service
  401   403 403  403 403  200   403     403     401  GET /api/analytics/search/search-trends
  401   403 403  403 403  200   403     403     401  GET /api/analytics/search/popular-searches
  401   403 403  403 403  200   403     403     401  GET /api/analytics/search/zero-results
  401   403 403  403 403  200   403     403     401  GET /api/analytics/search/referrers
  401   403 403  403 403  200   403     403     401  GET /api/analytics/search/search-analytics-summary
  401   403 403  403 403  200   403     403     401  GET /api/analytics/search/conversion-metrics
  401   403 403  403 403  200   403     403     401  GET /api/analytics/search/search-performance
  401   403 403  403 403  200   403     403     401  GET /api/analytics/search/service-performance
  401   403 403  403 403  200   403     403     401  POST /api/analytics/export
  `,
  {
    "GET /api/admin/users": needs("view_all_users"),
    "GET /api/admin/users/:userId": { ...toSomebody(), ...needs("view_all_users") },
    "PUT /api/admin/users/:userId/roles": {
      ...toSomebody({ roles: ["student", "instructor"] }),
      ...needs("manage_roles"),
    },
    "PUT /api/admin/users/:userId/permissions/:permission": {
      ...toSomebody({ granted: true }, { permission: "view_financials" }),
      ...needs("manage_permissions"),
    },
    "DELETE /api/admin/users/:userId/permissions/:permission": {
      ...toSomebody(undefined, { permission: "view_financials" }),
      ...needs("manage_permissions"),
    },
    "PUT /api/admin/users/:userId/status": {
      ...toSomebody({ status: "suspended" }),
      ...needs("manage_users"),
    },
    "GET /api/admin/announcements": needs("moderate_content"),
    "POST /api/admin/announcements": {
      ask: () => ({ body: NEWS }),
      ...needs("moderate_content"),
    },
    "GET /api/admin/announcements/:announcementId": {
      ...announcement(),
      ...needs("moderate_content"),
    },
    "PUT /api/admin/announcements/:announcementId": {
      ...announcement(NEWS),
      ...needs("moderate_content"),
    },
    "POST /api/privacy/delete/me": {
      ask: () => ({ body: { mode: "delete", password: PASSWORD } }),
      needs: everyRole("delete_own_account"),
    },
    "PUT /api/privacy/choices": { ask: () => ({ body: { measuring_declined: true } }) },
    "GET /api/privacy/export/user/:id": { ...privacyOfSomebody(), ...needs("manage_users") },
    "POST /api/privacy/delete/user/:id": { ...privacyOfSomebody({}), ...needs("manage_users") },
    "GET /api/privacy/statistics": needs("access_monitoring"),
    "POST /api/privacy/retention/apply": needs("manage_users"),
    "PUT /api/service-alerts/:service": SERVICE,
    "DELETE /api/service-alerts/:service": SERVICE,
    "GET /api/analytics/search/search-trends": ANALYTICS,
    "GET /api/analytics/search/popular-searches": ANALYTICS,
    "GET /api/analytics/search/zero-results": ANALYTICS,
    "GET /api/analytics/search/referrers": ANALYTICS,
    "GET /api/analytics/search/search-analytics-summary": ANALYTICS,
    "GET /api/analytics/search/conversion-metrics": ANALYTICS,
    "GET /api/analytics/search/search-performance": ANALYTICS,
    "GET /api/analytics/search/service-performance": ANALYTICS,
    "POST /api/analytics/export": {
      ask: () => ({ query: "?format=csv" }),
      ...needs("export_analytics"),
    },
  },
);
