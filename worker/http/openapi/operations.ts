import type { ErrorCode } from "../../domain/errors.ts";
import type { Route } from "../route.ts";
import { ownDocs } from "./account-docs.ts";
import { adminDocs } from "./admin-docs.ts";
import { bookingDocs } from "./booking-docs.ts";
import type { OperationDoc, OperationDocs } from "./operation.ts";
import { publicDocs } from "./public-docs.ts";
import { teachingDocs } from "./teaching-docs.ts";

/** Every operation by the part of the API it belongs to. */
export const SECTIONS: Record<string, OperationDocs> = {
  Public: publicDocs,
  Account: ownDocs,
  Bookings: bookingDocs,
  Teaching: teachingDocs,
  Administration: adminDocs,
};

const OPERATIONS: OperationDocs = Object.assign({}, ...Object.values(SECTIONS));

/** Throws for an operation that nobody has described. */
export function getOperation(name: string): OperationDoc {
  const doc = OPERATIONS[name];
  if (!doc) throw new Error(`${name} is not described in worker/http/openapi.`);
  return doc;
}

/** Everything that an operation may be refused with, `internal_error` as everywhere. */
export function errorsOf(route: Route, doc: OperationDoc): ErrorCode[] {
  const { method, access, scope } = route;
  const isOpen = access === "public" || access === "anyone";
  const codes: ErrorCode[] = ["internal_error", ...(doc.errors ?? [])];
  if (!isOpen || scope) codes.push("unauthenticated");
  if ((!isOpen && access !== "signed_in") || scope) codes.push("forbidden");
  if (scope || doc.limit) codes.push("rate_limited");
  if (route.query) codes.push("unknown_parameter", "invalid_parameter");
  if (method !== "GET") codes.push("payload_too_large");
  if (method !== "GET" && access !== "public") codes.push("csrf");
  if (route.body) codes.push("malformed_json", "unsupported_media_type", "validation_failed");
  return [...new Set(codes)].sort();
}
