import type { JsonSchema } from "@valibot/to-json-schema";
import type { LimitName } from "../../domain/rate-limit.ts";
import type { Route } from "../route.ts";
import { findBodyExample } from "./body-examples.ts";
import { toAnswerExample, toParameterExample } from "./examples.ts";
import {
  LIMIT_WORDS,
  type OperationDoc,
  REQUEST_HEADERS,
  tellsEtag,
  toHeader,
} from "./operation.ts";
import { errorsOf, getOperation, SECTIONS } from "./operations.ts";
import { listProblems, type Problems, toRefusals, toSharedRefusals } from "./refusals.ts";
import { answerSchema, componentSchemas, requestSchema } from "./schemas.ts";

const STATUS_WORDS: Record<string, string> = {
  200: "Done.",
  201: "Made.",
  202: "Taken on; it is done later.",
  204: "Done; there is nothing to tell.",
  304: "It is still what If-None-Match names. This costs no row of the database.",
};

/** A file is made to be compared, which takes the rows it is made of. */
const UNCHANGED_FILE = "It is still what If-None-Match names.";

const DESCRIPTION =
  `JSON over HTTPS. Instants are RFC 3339 in UTC, dates and times without a zone are on the
instructor's clock, money is whole US cents, ids are opaque. Fields may be added to answers.

Every refusal is application/problem+json with a code of a closed list. Programs may read with an API key
of an account; a browser's session is a cookie, and unsafe requests from a browser have to come from the
site itself. Whoever meets a limit is told by 429 with Retry-After; RateLimit and RateLimit-Policy tell
what is left.`
    .replaceAll("\n", " ")
    .replaceAll("  ", "\n\n");

/** The description of all routes as OpenAPI 3.1. The same routes give the same text. */
export async function buildDocument(routes: readonly Route[]) {
  const problems = await listProblems();
  const paths: Record<string, Record<string, ReturnType<typeof toOperation>>> = {};
  for (const route of routes) {
    const path = toTemplate(route.path);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: toOperation(route, problems) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "InstaInstru API", version: "1.0.0", description: DESCRIPTION },
    servers: [{ url: "/" }],
    tags: Object.keys(SECTIONS).map((name) => ({ name })),
    paths,
    components: {
      schemas: componentSchemas(),
      responses: toSharedRefusals(routes, problems),
      examples: Object.fromEntries(
        [...problems].map(([code, { example }]) => [code, { value: example }]),
      ),
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "session",
          description: "Set by signing in. Named __Host-session over HTTPS.",
        },
        api_key: {
          type: "http",
          scheme: "bearer",
          description: "An API key of an account, with the scope that the operation names.",
        },
        monitoring_key: {
          type: "http",
          scheme: "bearer",
          description: "The key that metrics are read with.",
        },
      },
    },
  };
}

function toOperation(route: Route, problems: Problems) {
  const name = `${route.method} ${route.path}`;
  const doc = getOperation(name);
  const section = Object.entries(SECTIONS).find(([, docs]) => name in docs)?.[0];
  const limit = doc.limit ?? keyLimit(route);
  const who = accessWords(route);
  return {
    operationId: toOperationId(route),
    tags: [section],
    summary: doc.summary,
    description: [who, limit && `At most ${LIMIT_WORDS[limit]}.`].filter(Boolean).join(" "),
    security: toSecurity(route),
    parameters: toParameters(name, route, doc),
    ...(route.body && {
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: requestSchema(route.body),
            example: findBodyExample(name, doc),
          },
        },
      },
    }),
    responses: {
      ...toAnswers(name, doc),
      ...toRefusals(errorsOf(route, doc), problems),
    },
  };
}

/** Without a key, what is one's own is not counted. */
function keyLimit({ scope }: Route): LimitName | null {
  if (scope === null) return null;
  return scope === "public:read" ? "public-reads" : "public-reads-key";
}

function accessWords({ access, scope, path }: Route): string {
  const key = scope ? ` An API key needs the scope ${scope}.` : "";
  if (path.startsWith("/metrics")) return "With the monitoring key, or access_monitoring.";
  if (access === "public") return `For everybody, from any site.${key}`;
  if (access === "anyone") return "For everybody.";
  return access === "signed_in" ? `For whoever is signed in.${key}` : `Needs ${access}.${key}`;
}

function toSecurity({ access, scope, path }: Route): Record<string, string[]>[] {
  if (path.startsWith("/metrics")) return [{ monitoring_key: [] }, { session: [] }];
  if (access === "anyone") return [];
  const key = scope ? [{ api_key: [] }] : [];
  return access === "public" ? [{}, ...key] : [{ session: [] }, ...key];
}

const TEXT: JsonSchema = { type: "string" };

function toParameters(operation: string, route: Route, doc: OperationDoc) {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: TEXT,
  }));
  const query = route.query ? requestSchema(route.query) : {};
  const asked = Object.entries((query.properties ?? {}) as Record<string, JsonSchema>);
  const inQuery = asked.map(([name, schema]) => ({
    name,
    in: "query",
    required: query.required?.includes(name) ?? false,
    schema,
  }));
  const headers = (doc.headers ?? []).map((name) => ({
    name,
    in: "header",
    required: false,
    description: REQUEST_HEADERS[name],
    schema: TEXT,
  }));
  return [...inPath, ...inQuery, ...headers].map((parameter) => ({
    ...parameter,
    example: toParameterExample(operation, parameter.name, parameter.schema),
  }));
}

function toAnswers(operation: string, doc: OperationDoc) {
  const headers = {
    ...(tellsEtag(doc) && { ETag: toHeader("What is answered, as a tag.") }),
    ...(doc.hasLocation && { Location: toHeader("The path of what was made.") }),
  };
  return Object.fromEntries(
    Object.entries(doc.answers).map(([status, answer]) => [
      status,
      {
        description:
          status === "304" && typeof doc.answers[200] === "string"
            ? UNCHANGED_FILE
            : STATUS_WORDS[status],
        ...(Object.keys(headers).length > 0 && { headers }),
        ...(answer !== null && { content: toContent(operation, answer) }),
      },
    ]),
  );
}

function toContent(
  operation: string,
  answer: Exclude<OperationDoc["answers"][200], null | undefined>,
) {
  if (typeof answer === "string") return { [answer]: { schema: { type: "string" } } };
  const schema = answerSchema(answer);
  return {
    "application/json": { schema, example: toAnswerExample(operation, schema) },
  };
}

/** `/api/bookings/{bookingId}` for `/api/bookings/:bookingId`. */
export function toTemplate(path: string): string {
  return path.replaceAll(/:(\w+)/g, "{$1}");
}

/** Such as `getBookingsBookingIdHistory`. */
function toOperationId({ method, path }: Route): string {
  const words = path
    .replace(/^\/api/, "")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return (
    method.toLowerCase() + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("")
  );
}
