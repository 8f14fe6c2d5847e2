import * as v from "valibot";
import { itemsOf, pageOf } from "../../contracts/answers/common.ts";
import { CurrentAnnouncement } from "../../contracts/answers/people.ts";
import {
  Availability,
  Category,
  CategoryWithServices,
  CheckedSlot,
  Completion,
  Health,
  HistoryEntry,
  Instructor,
  NextSlot,
  NextSlots,
  SearchResult,
  Service,
  ServiceSupply,
} from "../../contracts/answers/public.ts";
import type { OperationDocs } from "./operation.ts";

/** What needs nobody. */
export const publicDocs: OperationDocs = {
  "GET /api/openapi.json": {
    summary: "Read this document",
    answers: { 200: v.looseObject({ openapi: v.literal("3.1.0") }), 304: null },
    headers: ["If-None-Match"],
  },
  "GET /api/healthz": {
    summary: "Tell that the Worker runs, without asking the database",
    answers: { 200: Health },
  },
  "GET /api/readyz": {
    summary: "Tell that the Worker runs and its database answers",
    answers: { 200: Health },
  },
  "GET /api/public/instructors/:instructorId/availability": {
    summary: "Read an instructor's free times for up to 90 days",
    answers: { 200: Availability, 304: null },
    errors: ["invalid_range", "not_found"],
    headers: ["If-None-Match"],
  },
  "GET /api/public/instructors/:instructorId/next-available": {
    summary: "Find the next time for a lesson of a length",
    answers: { 200: NextSlot },
    errors: ["not_found"],
  },
  "GET /api/public/next-available": {
    summary: "Find the next times of up to 20 instructors",
    answers: { 200: NextSlots },
  },
  "POST /api/public/instructors/:instructorId/check-slots": {
    summary: "Check whether up to 20 starts can be booked; books nothing",
    answers: { 200: itemsOf(CheckedSlot) },
    errors: ["not_found"],
    example: { items: [{ start_at: "2026-12-02T16:00:00Z", duration_minutes: 60 }] },
  },
  "GET /api/services/categories": {
    summary: "List the categories of services",
    answers: { 200: itemsOf(Category) },
  },
  "GET /api/services/catalog": {
    summary: "List the services, of one category if it is named",
    answers: { 200: itemsOf(Service) },
    errors: ["not_found"],
  },
  "GET /api/services/catalog/top-per-category": {
    summary: "List the most wanted services of each category",
    answers: { 200: itemsOf(CategoryWithServices) },
  },
  "GET /api/services/catalog/all-with-instructors": {
    summary: "List all services with how many teach them and at which rates",
    answers: { 200: itemsOf(ServiceSupply) },
  },
  "GET /api/instructors": {
    summary: "List instructors, of one service if it is named",
    answers: { 200: pageOf(Instructor) },
    errors: ["not_found"],
  },
  "GET /api/instructors/:instructorId": {
    summary: "Read an instructor's public profile",
    answers: { 200: Instructor },
    errors: ["not_found"],
  },
  "GET /api/search/instructors": {
    summary: "Search in everyday English and with filters",
    answers: { 200: SearchResult },
    errors: ["empty_query", "query_too_long"],
  },
  "GET /api/search/complete": {
    summary: "Suggest services, categories and areas that begin like this",
    answers: { 200: itemsOf(Completion) },
  },
  "GET /api/search-history": {
    summary: "List the last searches of whoever asks, signed in or as a guest",
    answers: { 200: itemsOf(HistoryEntry) },
    errors: ["forbidden"],
  },
  "DELETE /api/search-history/:id": {
    summary: "Delete one of the own searches",
    answers: { 204: null },
    errors: ["forbidden", "not_found"],
  },
  "POST /api/search-history/interactions": {
    summary: "Report what was seen and clicked of a search's results, 50 at most",
    answers: { 202: v.strictObject({ accepted: v.number() }) },
  },
  "GET /api/announcements/current": {
    summary: "Read what is announced to whoever asks",
    answers: { 200: CurrentAnnouncement },
  },
  "POST /api/announcements/:announcementId/dismiss": {
    summary: "Hide an announcement for a day",
    answers: { 204: null },
    errors: ["not_found"],
  },
};
