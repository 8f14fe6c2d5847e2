import { pageOf } from "../../contracts/answers/common.ts";
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
import { watchDocs } from "./watch-docs.ts";

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
    hasLocation: true,
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

/** What those do who look after the site. */
export const adminDocs: OperationDocs = { ...peopleDocs, ...privacyDocs, ...watchDocs };
