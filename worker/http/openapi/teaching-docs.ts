import { itemsOf, pageOf } from "../../contracts/answers/common.ts";
import {
  Blackout,
  ChangedDates,
  OwnOffering,
  TeachingDay,
  TeachingProfile,
  TeachingWeek,
  Webhook,
  WebhookDelivery,
  WebhookWithSecret,
  WeeklyHours,
} from "../../contracts/answers/lessons.ts";
import type { OperationDoc, OperationDocs } from "./operation.ts";

const ME = "/api/instructors/me";

/** A change of hours. */
function edits(
  summary: string,
  answer: typeof WeeklyHours | typeof TeachingDay | typeof ChangedDates,
): OperationDoc {
  return {
    summary,
    answers: { 200: answer },
    errors: ["not_found", "precondition_failed", "validation_failed"],
    headers: ["If-Match"],
    hasEtag: true,
  };
}

const profileDocs: OperationDocs = {
  [`POST ${ME}`]: {
    summary: "Become an instructor",
    answers: { 201: TeachingProfile },
    hasLocation: true,
    errors: ["already_instructor", "forbidden", "not_found"],
  },
  [`GET ${ME}`]: {
    summary: "Read the own profile, with what is missing until it can be booked",
    answers: { 200: TeachingProfile },
    errors: ["not_found"],
  },
  [`PATCH ${ME}`]: {
    summary: "Change the own profile",
    answers: { 200: TeachingProfile },
    errors: ["not_found"],
  },
  [`POST ${ME}/suspend`]: {
    summary: "Take no bookings for now",
    answers: { 204: null },
    errors: ["future_bookings", "last_admin", "not_found", "precondition_failed"],
  },
  [`POST ${ME}/reactivate`]: {
    summary: "Take bookings again",
    answers: { 204: null },
    errors: ["future_bookings", "last_admin", "not_found", "precondition_failed"],
  },
  [`POST ${ME}/deactivate`]: {
    summary: "Stop teaching, and sign out",
    answers: { 204: null },
    errors: ["future_bookings", "last_admin", "not_found", "precondition_failed"],
  },
  [`GET ${ME}/offerings`]: {
    summary: "List the own offerings, those not offered now included",
    answers: { 200: pageOf(OwnOffering) },
    errors: ["not_found"],
  },
  [`POST ${ME}/offerings`]: {
    summary: "Offer a service",
    answers: { 201: OwnOffering },
    hasLocation: true,
    errors: ["not_found", "service_offered"],
  },
  [`PATCH ${ME}/offerings/:offeringId`]: {
    summary: "Change an offering",
    answers: { 200: OwnOffering },
    errors: ["not_found"],
  },
  [`DELETE ${ME}/offerings/:offeringId`]: {
    summary: "Stop offering a service; its lessons stay",
    answers: { 204: null },
    errors: ["not_found"],
  },
};

const hoursDocs: OperationDocs = {
  [`GET ${ME}/availability/weekly`]: {
    summary: "Read the hours of a usual week",
    answers: { 200: WeeklyHours },
    errors: ["not_found"],
    hasEtag: true,
  },
  [`PUT ${ME}/availability/weekly`]: edits("Set the hours of a usual week", WeeklyHours),
  [`GET ${ME}/availability/week`]: {
    summary: "Read the hours of one week as they hold, with its lessons",
    answers: { 200: TeachingWeek },
    errors: ["not_found"],
    hasEtag: true,
  },
  [`PUT ${ME}/availability/dates/:date`]: edits(
    "Set the hours of a date; none close it",
    TeachingDay,
  ),
  [`DELETE ${ME}/availability/dates/:date`]: edits(
    "Let a date have the hours of a usual week again",
    TeachingDay,
  ),
  [`POST ${ME}/availability/copy-week`]: edits("Copy the hours of a week to another", ChangedDates),
  [`POST ${ME}/availability/apply-week`]: edits(
    "Copy the hours of a week to all weeks of a range",
    ChangedDates,
  ),
  [`POST ${ME}/availability/clear`]: edits("Remove the dates' own hours in a range", ChangedDates),
  [`GET ${ME}/blackouts`]: {
    summary: "List the days off that are not over",
    answers: { 200: pageOf(Blackout) },
    errors: ["not_found"],
  },
  [`POST ${ME}/blackouts`]: {
    summary: "Take days off; lessons in them stay",
    answers: { 201: Blackout },
    errors: ["not_found"],
  },
  [`DELETE ${ME}/blackouts/:blackoutId`]: {
    summary: "Teach on those days after all",
    answers: { 204: null },
    errors: ["not_found", "too_late"],
  },
};

const webhookDocs: OperationDocs = {
  "GET /api/webhooks": {
    summary: "List the own webhooks",
    answers: { 200: itemsOf(Webhook) },
  },
  "POST /api/webhooks": {
    summary: "Register an HTTPS address; its secret is shown in this answer only",
    answers: { 201: WebhookWithSecret },
    errors: ["limit_reached", "not_found"],
    example: { url: "https://studio.example/hooks", events: ["booking.created"] },
  },
  "GET /api/webhooks/:id": {
    summary: "Read a webhook",
    answers: { 200: Webhook },
    errors: ["not_found"],
  },
  "DELETE /api/webhooks/:id": {
    summary: "Remove a webhook with its deliveries",
    answers: { 204: null },
    errors: ["not_found"],
  },
  "POST /api/webhooks/:id/rotate-secret": {
    summary: "Make a new secret; it is shown in this answer only",
    answers: { 200: WebhookWithSecret },
    errors: ["not_found"],
  },
  "GET /api/webhooks/:id/deliveries": {
    summary: "List what was sent to a webhook and what came of it",
    answers: { 200: pageOf(WebhookDelivery) },
    errors: ["not_found"],
  },
  "POST /api/webhooks/:id/deliveries/:eventId/replay": {
    summary: "Send an event again",
    answers: { 202: null },
    errors: ["not_found"],
  },
};

/** What instructors do with what is theirs. */
export const teachingDocs: OperationDocs = { ...profileDocs, ...hoursDocs, ...webhookDocs };
