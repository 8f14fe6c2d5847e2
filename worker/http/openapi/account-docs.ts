import * as v from "valibot";
import { itemsOf, StatusAccepted, Text } from "../../contracts/answers/common.ts";
import {
  ApiKey,
  Erasure,
  Me,
  NewApiKey,
  PersonalData,
  ResetTokenCheck,
  Session,
} from "../../contracts/answers/people.ts";
import type { OperationDocs } from "./operation.ts";

const accountDocs: OperationDocs = {
  "POST /api/auth/register": {
    summary: "Create an account and sign in",
    answers: { 201: Me },
    errors: ["email_taken"],
    limit: "register",
    example: {
      email: "ada@example.com",
      password: "a long sentence to remember",
      first_name: "Ada",
      last_name: "Lovelace",
      timezone: "America/New_York",
    },
  },
  "POST /api/auth/login": {
    summary: "Sign in",
    answers: { 200: Me },
    errors: ["invalid_credentials"],
    limit: "sign-in",
    example: { email: "ada@example.com", password: "a long sentence to remember" },
  },
  "POST /api/auth/logout": { summary: "Sign out", answers: { 204: null } },
  "GET /api/auth/me": { summary: "Read the own account", answers: { 200: Me } },
  "PATCH /api/auth/me": { summary: "Change name or time zone", answers: { 200: Me } },
  "POST /api/auth/password": {
    summary: "Change the password, and sign out everywhere else",
    answers: { 204: null },
    limit: "password-check",
  },
  "POST /api/auth/password-reset/request": {
    summary: "Ask for a mail with a link; the answer is the same without an account",
    answers: { 202: StatusAccepted },
    limit: "password-reset-address",
  },
  "POST /api/auth/password-reset/verify": {
    summary: "Check the token of such a link",
    answers: { 200: ResetTokenCheck },
    limit: "token",
  },
  "POST /api/auth/password-reset/confirm": {
    summary: "Set a new password with the token of a link",
    answers: { 204: null },
    errors: ["invalid_token"],
    limit: "token",
  },
  "POST /api/auth/confirm-password": {
    summary: "Give the password again, for what needs a fresh sign-in",
    answers: { 204: null },
    limit: "password-check",
  },
  "GET /api/auth/sessions": {
    summary: "List where one is signed in",
    answers: { 200: itemsOf(Session) },
  },
  "DELETE /api/auth/sessions": {
    summary: "Sign out everywhere else",
    answers: { 204: null },
  },
  "DELETE /api/auth/sessions/:id": {
    summary: "Sign out in one place",
    answers: { 204: null },
    errors: ["not_found"],
  },
  "POST /api/auth/email-verification/request": {
    summary: "Ask for a mail that verifies the address",
    answers: { 202: StatusAccepted },
    limit: "verification-mail",
  },
  "POST /api/auth/email-verification/confirm": {
    summary: "Verify the address with the token of such a mail",
    answers: { 204: null },
    errors: ["invalid_token"],
    limit: "token",
  },
};

const keyDocs: OperationDocs = {
  "GET /api/api-keys": {
    summary: "List the own API keys, without the keys themselves",
    answers: { 200: itemsOf(ApiKey) },
  },
  "POST /api/api-keys": {
    summary: "Make an API key; it is shown in this answer only",
    answers: { 201: NewApiKey },
    errors: ["limit_reached"],
    example: { name: "Studio display", scopes: ["public:read"], expires_in_days: 90 },
  },
  "DELETE /api/api-keys/:id": {
    summary: "Revoke an API key at once",
    answers: { 204: null },
    errors: ["not_found"],
  },
};

const privacyDocs: OperationDocs = {
  "GET /api/privacy/export/me": {
    summary: "Read everything that is held of oneself",
    answers: { 200: PersonalData },
    errors: ["fresh_sign_in_required"],
  },
  "POST /api/privacy/delete/me": {
    summary: "Delete or anonymize the own account",
    answers: { 200: Erasure },
    errors: ["future_bookings", "last_admin"],
    limit: "password-check",
  },
  "PUT /api/privacy/choices": {
    summary: "Choose whether searches are measured and kept",
    answers: { 204: null },
  },
};

const alertDocs: OperationDocs = {
  "GET /api/service-alerts": {
    summary: "List the services that one is told about once somebody teaches them",
    answers: { 200: itemsOf(v.strictObject({ service: Text })) },
  },
  "PUT /api/service-alerts/:service": {
    summary: "Ask to be told about a service",
    answers: { 204: null },
    errors: ["not_found"],
  },
  "DELETE /api/service-alerts/:service": {
    summary: "Ask not to be told any more",
    answers: { 204: null },
    errors: ["not_found"],
  },
};

/** What everybody with an account does with it. */
export const ownDocs: OperationDocs = {
  ...accountDocs,
  ...keyDocs,
  ...privacyDocs,
  ...alertDocs,
};
