import { safeParse } from "valibot";
import { expect, test } from "vitest";
import { ERROR_CODES } from "../../domain/errors.ts";
import { ANSWER_EXAMPLES } from "./answer-examples.ts";
import { findBodyExample } from "./body-examples.ts";
import { buildDocument, toTemplate } from "./document.ts";
import { errorsOf, getOperation, SECTIONS } from "./operations.ts";
import { listDescribedRoutes } from "./routes.ts";

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

test("every example of an answer is one that its operation gives", () => {
  expect(Object.keys(ANSWER_EXAMPLES).filter((name) => !NAMES.includes(name))).toEqual([]);
  for (const [name, example] of Object.entries(ANSWER_EXAMPLES)) {
    const schema = Object.values(getOperation(name).answers)[0];
    if (!schema || typeof schema === "string") throw new Error(`${name} answers no JSON.`);
    const { issues } = safeParse(schema, example);
    expect([name, issues?.map(({ message }) => message)]).toEqual([name, undefined]);
  }
});

test("the document has no form that OpenAPI 3.1 does not know of a schema", () => {
  const text = JSON.stringify(DOCUMENT);
  expect(text).not.toContain("$defs");
  expect(text).not.toContain('"nullable"');
  expect(DOCUMENT.openapi).toBe("3.1.0");
});
