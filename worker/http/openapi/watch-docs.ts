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
import type { OperationDocs } from "./operation.ts";

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

/** How the site is searched, and how it does. */
export const watchDocs: OperationDocs = { ...analyticsDocs, ...monitoringDocs };
