import { safeParse } from "valibot";
import { expect, test } from "vitest";
import { ERROR_CODES } from "../../domain/errors.ts";
import { type LimitName, RATE_LIMITS } from "../../domain/rate-limit.ts";
import { CHANGES } from "./answer-examples.ts";
import { findBodyExample } from "./body-examples.ts";
import { buildDocument, toTemplate } from "./document.ts";
import { toAnswerExample, toParameterExample } from "./examples.ts";
import { FIELD_EXAMPLES } from "./field-examples.ts";
import { LIMIT_WORDS } from "./operation.ts";
import { errorsOf, getOperation, SECTIONS } from "./operations.ts";
import { PARAMETER_EXAMPLES } from "./parameter-examples.ts";
import { listDescribedRoutes } from "./routes.ts";
import { WATCH_EXAMPLES } from "./watch-examples.ts";

interface AnswerDescription {
  content?: Record<string, { example?: unknown }>;
}

const ROUTES = listDescribedRoutes();
const NAMES = ROUTES.map(({ method, path }) => `${method} ${path}`);
const DOCUMENT = await buildDocument(ROUTES);

test("every route is described, and nothing is described that is no route", () => {
  const described = Object.values(SECTIONS).flatMap((docs) => Object.keys(docs));
  expect(NAMES.length).toBeGreaterThan(90);
  expect(described.toSorted()).toEqual(NAMES.toSorted());
  const operations = Object.entries(DOCUMENT.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const wanted = ROUTES.map(({ method, path }) => `${method} ${toTemplate(path)}`);
  expect(operations.toSorted()).toEqual(wanted.toSorted());
});

test("a route that nobody described stops the document", async () => {
  const [first] = ROUTES;
  if (!first) throw new Error("There are no routes.");
  const unknown = { ...first, path: "/api/undescribed" };
  await expect(buildDocument([unknown])).rejects.toThrow("GET /api/undescribed is not described");
});

test("every refusal of the closed list is one of some operation, or of all addresses", () => {
  const told = new Set(
    ROUTES.flatMap((route) => errorsOf(route, getOperation(`${route.method} ${route.path}`))),
  );
  // What no operation answers with: another method is another operation.
  expect(ERROR_CODES.filter((code) => !told.has(code))).toEqual(["method_not_allowed"]);
});

test("every reference leads somewhere, and every operation has an id of its own", () => {
  const references = [...JSON.stringify(DOCUMENT).matchAll(/"\$ref":"#\/([^"]+)"/g)];
  expect(references.length).toBeGreaterThan(500);
  for (const [, path = ""] of references) {
    const found = path
      .split("/")
      .reduce<unknown>((node, part) => (node as Record<string, unknown>)?.[part], DOCUMENT);
    expect([path, typeof found]).toEqual([path, "object"]);
  }
  const ids = [...JSON.stringify(DOCUMENT).matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ROUTES.length);
});

test("every limit is told in its numbers, to whom it counts, with what a refusal says of it", () => {
  expect(getDescribed("POST", "/api/bookings").description).toContain(
    `At most ${RATE_LIMITS.booking.quota} a minute for each account.`,
  );
  expect(getDescribed("GET", "/api/bookings").description).toContain(
    `At most ${RATE_LIMITS["public-reads-key"].quota} a minute for each API key.`,
  );
  for (const [name, words] of Object.entries(LIMIT_WORDS)) {
    const { quota, windowMs } = RATE_LIMITS[name as LimitName];
    const per = windowMs === 60_000 ? "a minute" : "an hour";
    expect([name, words.startsWith(`${quota} ${per} for each `)]).toEqual([name, true]);
  }
  const { rate_limited: refused } = DOCUMENT.components.responses;
  expect(Object.keys(refused?.headers ?? {})).toEqual([
    "Retry-After",
    "RateLimit",
    "RateLimit-Policy",
  ]);
});

test("every operation that takes a body has an example of a good one", () => {
  const taking = ROUTES.filter(({ body }) => body !== null);
  expect(taking.length).toBeGreaterThan(30);
  for (const { method, path, body } of ROUTES) {
    const name = `${method} ${path}`;
    const example = findBodyExample(name, getOperation(name));
    expect([name, example !== undefined]).toEqual([name, body !== null]);
    if (!body) continue;
    const { issues } = safeParse(body, example);
    expect([name, issues?.map(({ message }) => message)]).toEqual([name, undefined]);
  }
});

test("every operation that answers JSON has an example that is such an answer", () => {
  let count = 0;
  for (const { method, path } of ROUTES) {
    const name = `${method} ${path}`;
    for (const [status, schema] of Object.entries(getOperation(name).answers)) {
      if (!schema || typeof schema === "string") continue;
      count += 1;
      const example = getAnswerExample(method, path, status);
      const { issues } = safeParse(schema, example);
      expect([name, issues?.map(({ message }) => message)]).toEqual([name, undefined]);
    }
  }
  expect(count).toBeGreaterThan(80);
});

test("every parameter has an example that its operation takes", () => {
  let count = 0;
  for (const { method, path, query } of ROUTES) {
    const parameters = getDescribed(method, path).parameters;
    const inQuery = parameters.filter((one) => one.in === "query");
    const needed = inQuery.filter(({ required }) => required);
    for (const parameter of parameters) {
      count += 1;
      const place = `${method} ${path} ${parameter.name}`;
      expect([place, parameter.example]).toEqual([place, expect.stringMatching(/./)]);
      if (parameter.in !== "query" || !query) continue;
      const asked = Object.fromEntries(
        [...needed, parameter].map(({ name, example }) => [name, example]),
      );
      const { issues } = safeParse(query, asked);
      expect([place, issues?.map(({ message }) => message)]).toEqual([place, undefined]);
    }
  }
  expect(count).toBeGreaterThan(150);
});

test("a field or a parameter that nobody has an example of stops the document", () => {
  const unknown = { type: "object", properties: { wholly_unknown: { type: "string" } } } as const;
  expect(() => toAnswerExample("GET /api/undescribed", unknown)).toThrow(
    "There is no example of wholly_unknown",
  );
  expect(() => toParameterExample("GET /api/undescribed", "who", { type: "string" })).toThrow(
    "There is no example of who",
  );
});

test("every name that an example is kept under is one that is looked for", () => {
  const operations = [...Object.keys(CHANGES), ...Object.keys(PARAMETER_EXAMPLES)]
    .filter((key) => key.includes("/"))
    .map((key) => key.split(" ").slice(0, 2).join(" "));
  expect(operations.filter((name) => !NAMES.includes(name))).toEqual([]);
  const text = JSON.stringify(DOCUMENT);
  const fields = [...Object.keys(FIELD_EXAMPLES), ...Object.keys(WATCH_EXAMPLES)];
  const unknown = fields.filter((key) => !text.includes(`"${key.split(".").at(-1)}":{`));
  expect(unknown).toEqual([]);
});

test("the document has no form that OpenAPI 3.1 does not know of a schema", () => {
  const text = JSON.stringify(DOCUMENT);
  expect(text).not.toContain("$defs");
  expect(text).not.toContain('"nullable"');
  expect(DOCUMENT.openapi).toBe("3.1.0");
});

function getDescribed(method: string, path: string) {
  const operation = DOCUMENT.paths[toTemplate(path)]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${path} is not in the document.`);
  return operation;
}

function getAnswerExample(method: string, path: string, status: string): unknown {
  const answers = getDescribed(method, path).responses as Record<string, AnswerDescription>;
  return answers[status]?.content?.["application/json"]?.example;
}
