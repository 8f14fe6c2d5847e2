import type { Context } from "hono";
import * as v from "valibot";
import { DomainError, type FieldError } from "../domain/errors.ts";
import type { AppEnv } from "./context.ts";

const MOST_ERRORS = 20;

/** Where a schema has no sentence of its own: the library's would repeat what was sent. */
const WORDS = { message: "is not valid" };

/** The query as the schema reads it. Throws `unknown_parameter`, `invalid_parameter`. */
export function parseQuery(c: Context<AppEnv>, schema: v.GenericSchema): unknown {
  const result = v.safeParse(schema, readQuery(c.req.url), WORDS);
  if (result.success) return result.output;
  const unknown = result.issues.find(isUnknownKey);
  if (unknown) {
    throw parameterError("unknown_parameter", v.getDotPath(unknown) ?? "", "is not known here");
  }
  const [first] = result.issues;
  const error = parameterError("invalid_parameter", pathOf(first), messageOf(first));
  throw new DomainError(error.code, { ...error.details, errors: toFieldErrors(result.issues) });
}

/** Looks for the question mark by itself, as taking a whole address apart costs more. */
function readQuery(url: string): Record<string, string> {
  const at = url.indexOf("?");
  if (at < 0) return {};
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(url.slice(at))) {
    if (query.has(name)) throw parameterError("invalid_parameter", name, "is given more than once");
    query.set(name, value);
  }
  return Object.fromEntries(query);
}

/** The JSON body as the schema reads it. Throws `unsupported_media_type`, `malformed_json`, `validation_failed`. */
export async function parseBody(c: Context<AppEnv>, schema: v.GenericSchema): Promise<unknown> {
  const mediaType = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") throw new DomainError("unsupported_media_type");
  let body: unknown;
  try {
    body = JSON.parse(await c.req.text());
  } catch {
    throw new DomainError("malformed_json");
  }
  // To the schema a list is an object too, one without any of the fields.
  const result = v.safeParse(schema, Array.isArray(body) ? null : body, WORDS);
  if (result.success) return result.output;
  throw new DomainError("validation_failed", { errors: toFieldErrors(result.issues) });
}

/** Names a parameter in the answer only when it cannot be anything but a name. */
function parameterError(
  code: "unknown_parameter" | "invalid_parameter",
  name: string,
  problem: string,
): DomainError {
  const shown = /^[\w.-]{1,64}$/.test(name) ? `"${name}"` : "One of the parameters";
  return new DomainError(code, { detail: `${shown} ${problem}.` });
}

/** One of many wrong items is as good as all of them; a small body must not make a large answer. */
function toFieldErrors(issues: readonly v.BaseIssue<unknown>[]): FieldError[] {
  return issues
    .slice(0, MOST_ERRORS)
    .map((issue) => ({ path: pathOf(issue), message: messageOf(issue) }));
}

function isUnknownKey({ type, expected }: v.BaseIssue<unknown>): boolean {
  return type === "strict_object" && expected === "never";
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== "strict_object") return issue.message;
  if (isUnknownKey(issue)) return "is not a known field";
  return issue.expected === "Object" ? "must be an object" : "is missing";
}

/** Field names that we did not choose are cut short, so that nothing large is sent back. */
function pathOf(issue: v.BaseIssue<unknown>): string {
  return (v.getDotPath(issue) ?? "").replace(/[^\w.-]/g, "_").slice(0, 64);
}
