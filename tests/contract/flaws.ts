import type { Schema } from "../../app/routes/developers/fields.ts";
import type { TestRequest } from "../api.ts";
import type { Operation } from "./operations.ts";

/** A request with something wrong; `isRefused` where the description rules it out. */
export interface Flawed {
  path: string;
  request: TestRequest;
  isRefused: boolean;
}

/** A number from 0 to below `n`, the same ones in every run. */
export type Draw = (n: number) => number;

const UNKNOWN_ID = "0123456789abcdefghjkmnpqrs";
const LARGEST_BODY = 65_536;

/** What nothing was made for, as text. */
const HOSTILE = [
  "'; DROP TABLE users; --",
  '" OR 1=1',
  "../../../etc/passwd",
  "..\\..",
  "\u0000",
  "a\r\nSet-Cookie: x=1",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "$" + "{jndi:ldap://x}",
  "%00%0d%0a",
  "\ud800",
  "\u202e\u200b",
  "🎹".repeat(300),
  "9".repeat(400),
  "-1",
  "1e999",
  "NaN",
  "null",
  "undefined",
  "[object Object]",
  "__proto__",
  "constructor",
  "0x7fffffff",
  "2026-02-30",
  "24:01",
  " ",
];

const NO_JSON = ["", "{", "[1,", "{'a':1}", "NaN", "\u0000", '{"a":01}', "[".repeat(5000)];
const NO_BODY = [null, [], [[]], "text", 5, true, [{}]];
const ALIEN_NAMES = ["__proto__", "constructor", "role", "is_admin", "id", "user_id", "", "a.b"];

type Make = (operation: Operation, draw: Draw) => Partial<Flawed> | null;

const FLAWS: Make[] = [
  // A path that names nothing.
  (operation, draw) => {
    if (!operation.path.includes("{")) return null;
    const path = operation.path.replaceAll(/\{\w+\}/g, () =>
      encodeURIComponent(pick(HOSTILE, draw).toWellFormed()),
    );
    return { path: path + queryOf(operation, draw), isRefused: false };
  },
  // A parameter that is not known, or known ones that are wrong.
  (operation, draw) => {
    if (!operation.hasQuery) return null;
    const name = encodeURIComponent(`x${pick(HOSTILE, draw)}`.toWellFormed());
    return { path: `${fill(operation)}?${name}=1`, isRefused: true };
  },
  (operation, draw) => {
    const [one] = operation.query.length > 0 ? [pick(operation.query, draw)] : [];
    if (!one) return null;
    return { path: `${fill(operation)}?${one.name}=1&${one.name}=2`, isRefused: true };
  },
  (operation, draw) =>
    operation.query.length > 0
      ? { path: fill(operation) + queryOf(operation, draw), isRefused: false }
      : null,
  // A body that is none.
  ({ body }, draw) => body && { request: { body: pick(NO_JSON, draw) }, isRefused: true },
  ({ body }, draw) =>
    body && { request: { body: JSON.stringify(pick(NO_BODY, draw)) }, isRefused: true },
  ({ body, example }, draw) => {
    const types = ["text/plain", "text/html", "multipart/form-data", "application/xml", "x"];
    return (
      body && {
        request: { body: example, headers: { "content-type": pick(types, draw) } },
        isRefused: true,
      }
    );
  },
  ({ method }, draw) =>
    method !== "GET" && draw(10) === 0
      ? { request: { body: "x".repeat(LARGEST_BODY + 1) }, isRefused: true }
      : null,
  // A body with a field that is wrong, unknown or missing. Fields come up more often than the rest.
  wrongField,
  wrongField,
  wrongField,
  ({ body, example }, draw) => {
    const name = pick(ALIEN_NAMES, draw);
    if (!body || body.properties?.[name]) return null;
    const text = JSON.stringify({ ...example, [`${name}!`]: 1 });
    return { request: { body: text.replace(`${name}!`, name) }, isRefused: true };
  },
  ({ body, example }, draw) => {
    const required = body?.required ?? [];
    if (required.length === 0) return null;
    const { [pick(required, draw)]: _, ...rest } = example;
    return { request: { body: rest }, isRefused: true };
  },
  // Somebody who is nobody, and another site's browser.
  (operation, draw) => ({
    request: {
      ...(operation.body && { body: {} }),
      headers: {
        cookie: `session=${encodeURIComponent(pick(HOSTILE, draw).toWellFormed())}`,
        authorization: `Bearer ik_live_${encodeURIComponent(pick(HOSTILE, draw).toWellFormed())}`,
      },
    },
    isRefused: false,
  }),
  ({ method, isOpen, body }) =>
    method === "GET" || isOpen
      ? null
      : {
          request: { ...(body && { body: {} }), headers: { origin: "https://evil.test" } },
          isRefused: true,
        },
  ({ headers, body }, draw) => {
    if (headers.length === 0 || !body) return null;
    const value = encodeURIComponent(pick(HOSTILE, draw).toWellFormed()).repeat(draw(3) + 1);
    return { request: { body: {}, headers: { [pick(headers, draw)]: value } }, isRefused: false };
  },
];

/** One request with a flaw, of the kinds that the operation can have; null where it has none. */
export function drawFlawed(operation: Operation, draw: Draw): Flawed | null {
  const made = FLAWS.map((make) => make(operation, draw)).filter((one) => one !== null);
  if (made.length === 0) return null;
  const { path = fill(operation), request = {}, isRefused = false } = pick(made, draw);
  // Without a body of its own, a request that needs one still is refused.
  const body = operation.body && request.body === undefined ? { body: {} } : {};
  return { path, request: { method: operation.method, ...body, ...request }, isRefused };
}

function wrongField({ body, example }: Operation, draw: Draw): Partial<Flawed> | null {
  const fields = Object.entries(body?.properties ?? {});
  if (fields.length === 0) return null;
  const [name, schema] = pick(fields, draw);
  const value = wrongValue(schema, draw);
  return { request: { body: { ...example, [name]: value } }, isRefused: true };
}

/** What the schema rules out. */
function wrongValue(schema: Schema, draw: Draw): unknown {
  const parts = schema.anyOf?.filter(({ type }) => type !== "null");
  if (parts?.[0]) return wrongValue(parts[0], draw);
  const { type, minimum = 0, maximum = 1e15, maxLength, items } = schema;
  const shared: unknown[] = [{}, { $ne: null }, { toString: 1 }];
  if (type === "string") {
    const long = maxLength === undefined ? [] : ["x".repeat(maxLength + 1)];
    const other = schema.enum ? HOSTILE : [];
    return pick([...shared, 0, 1.5, true, [], ["x"], ...long, ...other], draw);
  }
  if (type === "integer" || type === "number") {
    return pick([...shared, "1", "", true, [1], minimum - 1, maximum + 1, 1.25, -1e300], draw);
  }
  if (type === "boolean") return pick([...shared, "true", 0, 1, []], draw);
  if (type === "array") return pick(["x", 1, true, [wrongValue(items ?? {}, draw)]], draw);
  return pick(["x", 1, true], draw);
}

function queryOf({ query }: Operation, draw: Draw): string {
  const given = query.filter(() => draw(2) === 0);
  const text = given.map(
    ({ name }) => `${name}=${encodeURIComponent(pick(HOSTILE, draw).toWellFormed())}`,
  );
  return text.length > 0 ? `?${text.join("&")}` : "";
}

/** The path with the id of nothing. */
function fill({ path }: Operation): string {
  return path.replaceAll(/\{\w+\}/g, UNKNOWN_ID);
}

function pick<T>(list: readonly T[], draw: Draw): T {
  return list[draw(list.length)] as T;
}
