import { itemsOf, pageOf } from "../../contracts/answers/common.ts";
import {
  Alert,
  CacheReport,
  Conversion,
  Dashboard,
  DatabaseReport,
  PopularSearch,
  QueueReport,
  ReferrerCount,
  SearchPerformance,
  SearchSummary,
  ServicePerformance,
  SlowQuery,
  SlowRequest,
  TrendDay,
  ZeroResultSearch,
} from "../../contracts/answers/operations.ts";
import {
  Announcement,
  Erasure,
  Person,
  PersonalData,
  PersonSummary,
  PrivacyStatistics,
  Retention,
} from "../../contracts/answers/people.ts";
import type { ErrorCode } from "../../domain/errors.ts";
import type { OperationDocs } from "./operation.ts";

const RIGHTS_ERRORS: ErrorCode[] = [
  "forbidden",
  "fresh_sign_in_required",
  "last_admin",
  "not_found",
  "precondition_failed",
];

const peopleDocs: OperationDocs = {
  "GET /api/admin/users": {
    summary: "List accounts, by the beginning of a name or address, role and status",
    answers: { 200: pageOf(PersonSummary) },
  },
  "GET /api/admin/users/:userId": {
    summary: "Read an account",
    answers: { 200: Person },
    errors: ["not_found"],
  },
  "PUT /api/admin/users/:userId/roles": {
    summary: "Set the roles of an account",
    answers: { 200: Person },
    errors: RIGHTS_ERRORS,
  },
  "PUT /api/admin/users/:userId/permissions/:permission": {
    summary: "Grant or revoke one permission, whatever the roles give",
    answers: { 200: Person },
    errors: RIGHTS_ERRORS,
  },
  "DELETE /api/admin/users/:userId/permissions/:permission": {
    summary: "Leave one permission to what the roles give",
    answers: { 200: Person },
    errors: RIGHTS_ERRORS,
  },
  "PUT /api/admin/users/:userId/status": {
    summary: "Suspend, deactivate or reactivate an account",
    answers: { 200: Person },
    errors: [...RIGHTS_ERRORS, "future_bookings"],
  },
  "GET /api/admin/announcements": {
    summary: "List announcements",
    answers: { 200: pageOf(Announcement) },
  },
  "POST /api/admin/announcements": {
    summary: "Announce something",
    answers: { 201: Announcement },
  },
  "GET /api/admin/announcements/:announcementId": {
    summary: "Read an announcement",
    answers: { 200: Announcement },
    errors: ["not_found"],
  },
  "PUT /api/admin/announcements/:announcementId": {
    summary: "Change an announcement",
    answers: { 200: Announcement },
    errors: ["not_found"],
  },
};

const privacyDocs: OperationDocs = {
  "GET /api/privacy/export/user/:id": {
    summary: "Read everything that is held of a person",
    answers: { 200: PersonalData },
    errors: ["fresh_sign_in_required", "not_found"],
  },
  "POST /api/privacy/delete/user/:id": {
    summary: "Delete or anonymize an account",
    answers: { 200: Erasure },
    errors: ["fresh_sign_in_required", "future_bookings", "last_admin", "not_found"],
  },
  "GET /api/privacy/statistics": {
    summary: "Tell what is held, table by table, and for how long",
    answers: { 200: PrivacyStatistics },
  },
  "POST /api/privacy/retention/apply": {
    summary: "Remove what is past its time now",
    answers: { 200: Retention },
    errors: ["fresh_sign_in_required"],
  },
};

const SEARCH = "/api/analytics/search";

const analyticsDocs: OperationDocs = {
  [`GET ${SEARCH}/search-trends`]: {
    summary: "Count searches day by day",
    answers: { 200: itemsOf(TrendDay) },
    errors: ["invalid_range"],
  },
  [`GET ${SEARCH}/popular-searches`]: {
    summary: "List what is searched most",
    answers: { 200: itemsOf(PopularSearch) },
    errors: ["invalid_range"],
  },
  [`GET ${SEARCH}/zero-results`]: {
    summary: "List what is searched and not found",
    answers: { 200: itemsOf(ZeroResultSearch) },
    errors: ["invalid_range"],
  },
  [`GET ${SEARCH}/referrers`]: {
    summary: "List where searches come from",
    answers: { 200: itemsOf(ReferrerCount) },
    errors: ["invalid_range"],
  },
  [`GET ${SEARCH}/search-analytics-summary`]: {
    summary: "Sum up the searches of a range and of the one before it",
    answers: { 200: SearchSummary },
    errors: ["invalid_range"],
  },
  [`GET ${SEARCH}/conversion-metrics`]: {
    summary: "Tell how many searches led to a profile and to a lesson",
    answers: { 200: Conversion },
    errors: ["invalid_range"],
  },
  [`GET ${SEARCH}/search-performance`]: {
    summary: "Tell how well searches find something",
    answers: { 200: SearchPerformance },
    errors: ["invalid_range"],
  },
  [`GET ${SEARCH}/service-performance`]: {
    summary: "Tell supply, demand and prices of each service",
    answers: { 200: itemsOf(ServicePerformance) },
    errors: ["invalid_range"],
  },
  "POST /api/analytics/export": {
    summary: "Export a report as CSV",
    answers: { 200: "text/csv" },
    errors: ["invalid_range"],
  },
};

const monitoringDocs: OperationDocs = {
  "GET /api/monitoring/dashboard": {
    summary: "Sum up traffic, errors and jobs",
    answers: { 200: Dashboard },
  },
  "GET /api/monitoring/slow-requests": {
    summary: "List the slow requests",
    answers: { 200: pageOf(SlowRequest) },
  },
  "GET /api/monitoring/slow-queries": {
    summary: "List the slow queries",
    answers: { 200: pageOf(SlowQuery) },
  },
  "GET /api/monitoring/alerts": {
    summary: "List alerts",
    answers: { 200: pageOf(Alert) },
  },
  "POST /api/monitoring/alerts/:alertId/acknowledge": {
    summary: "Say that an alert has been seen",
    answers: { 200: Alert },
    errors: ["not_found"],
  },
  "GET /api/monitoring/cache": {
    summary: "Tell how well the caches do",
    answers: { 200: CacheReport },
  },
  "GET /api/monitoring/database": {
    summary: "Tell how large and how busy the database is",
    answers: { 200: DatabaseReport },
  },
  "GET /api/monitoring/queues": {
    summary: "Tell what waits in queues and outbox",
    answers: { 200: QueueReport },
  },
  "GET /metrics/prometheus": {
    summary: "Read all metrics as Prometheus reads them, with the monitoring key or the permission",
    answers: { 200: "text/plain" },
    errors: ["forbidden", "unauthenticated"],
  },
};

/** What those do who look after the site. */
export const adminDocs: OperationDocs = {
  ...peopleDocs,
  ...privacyDocs,
  ...analyticsDocs,
  ...monitoringDocs,
};
