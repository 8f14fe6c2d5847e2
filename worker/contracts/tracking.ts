import * as v from "valibot";
import { isId } from "../domain/id.ts";
import { CACHES, type MeasuredRequests, OUTCOMES, type RequestFacts } from "../domain/metrics.ts";
import { SEARCH_TYPES } from "../domain/search-history.ts";
import {
  INTERACTION_TYPES,
  type RequestMessage,
  type TrackingMessage,
} from "../domain/tracking.ts";
import type { InteractionFacts } from "../services/tracking.ts";
import { wholeNumber } from "./common.ts";

const MOST_INTERACTIONS = 50;

/** A day: nobody looks longer at one page of results. */
const LONGEST_ELAPSED_MS = 86_400_000;

/** What a page reports. A booking is not among it: only the server knows of one. */
const REPORTED_TYPES = INTERACTION_TYPES.filter((type) => type !== "book");

const OpaqueId = v.pipe(v.string(), v.check(isId, "is not an id"));

export const InteractionsBody = v.strictObject({
  search_event_id: OpaqueId,
  interactions: v.pipe(
    v.array(
      v.pipe(
        v.strictObject({
          type: v.picklist(REPORTED_TYPES, `must be one of ${REPORTED_TYPES.join(", ")}`),
          instructor_id: OpaqueId,
          position: wholeNumber(1, 100_000),
          elapsed_ms: wholeNumber(0, LONGEST_ELAPSED_MS),
        }),
        v.transform(
          (one): InteractionFacts => ({
            type: one.type,
            instructorId: one.instructor_id,
            position: one.position,
            elapsedMs: one.elapsed_ms,
          }),
        ),
      ),
      "must be a list",
    ),
    v.minLength(1, "is empty"),
    v.maxLength(MOST_INTERACTIONS, `has more than ${MOST_INTERACTIONS} items`),
  ),
});

const text = v.pipe(v.string(), v.maxLength(1000));
const nullableText = v.nullable(text);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const SearchEventSchema = v.object({
  eventId: text,
  userId: nullableText,
  guestId: nullableText,
  normalizedQuery: text,
  searchType: v.picklist(SEARCH_TYPES),
  resultCount: count,
  services: v.array(text),
  category: nullableText,
  device: v.picklist(["desktop", "mobile", "tablet", "bot", "unknown"]),
  country: nullableText,
  region: nullableText,
  city: nullableText,
  borough: nullableText,
  ipHash: nullableText,
  referrer: nullableText,
  searchedAt: count,
});

const InteractionSchema = v.object({
  id: text,
  searchEventId: text,
  type: v.picklist(INTERACTION_TYPES),
  instructorId: text,
  position: v.nullable(count),
  elapsedMs: v.nullable(count),
  createdAt: count,
});

const TrackingSchema: v.GenericSchema<unknown, TrackingMessage> = v.variant("kind", [
  v.object({ kind: v.literal("search"), event: SearchEventSchema }),
  v.object({ kind: v.literal("interactions"), interactions: v.array(InteractionSchema) }),
]);

const measure = v.pipe(v.number(), v.finite(), v.minValue(0));

const FactsSchema: v.GenericSchema<unknown, RequestFacts> = v.object({
  id: text,
  requestId: text,
  finishedAt: count,
  weight: v.pipe(count, v.minValue(1)),
  method: text,
  route: text,
  status: count,
  durationMs: measure,
  database: v.object({
    roundTrips: count,
    statements: count,
    rowsRead: count,
    rowsWritten: count,
    waitedMs: measure,
    queryMs: measure,
  }),
  caches: v.array(v.object({ cache: v.picklist(CACHES), isHit: v.boolean() })),
  useCases: v.array(v.object({ name: text, outcome: v.picklist(OUTCOMES), durationMs: measure })),
  slowQueries: v.array(v.object({ statement: v.string(), durationMs: measure, rowsRead: count })),
});

const MetricsSchema: v.GenericSchema<unknown, MeasuredRequests> = v.object({
  id: text,
  requests: v.array(FactsSchema),
});

const RequestSchema: v.GenericSchema<unknown, RequestMessage> = v.object({
  kind: v.literal("request"),
  tracking: v.array(TrackingSchema),
  metrics: v.nullable(MetricsSchema),
});

/** A queue message, or null for one that nobody here wrote. What travels alone is read as well. */
export function parseQueueMessage(body: unknown): RequestMessage | null {
  const request = v.safeParse(RequestSchema, body);
  if (request.success) return request.output;
  const alone = v.safeParse(TrackingSchema, body);
  return alone.success ? { kind: "request", tracking: [alone.output], metrics: null } : null;
}
