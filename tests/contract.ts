import * as v from "valibot";
import { Problem } from "../worker/contracts/answers/common.ts";
import type { ErrorCode } from "../worker/domain/errors.ts";
import { tellsEtag } from "../worker/http/openapi/operation.ts";
import { errorsOf, getOperation } from "../worker/http/openapi/operations.ts";
import { listDescribedRoutes } from "../worker/http/openapi/routes.ts";
import type { Route } from "../worker/http/route.ts";
import { createPathMatcher } from "../worker/http/route-templates.ts";

const listMatching = createPathMatcher(
  listDescribedRoutes().map((route) => ({ route, parts: route.path.split("/") })),
);

/** Refusals of what is wrong before any route is looked at. */
const EVERYWHERE: ErrorCode[] = ["csrf", "payload_too_large"];

/**
 * Throws unless an answer is one that the description of its route knows: every test that asks the API
 * is a test of the description too.
 */
export function assertDescribed(
  method: string,
  url: string,
  response: Response,
  text: string,
): void {
  const route = findRoute(method, new URL(url).pathname);
  if (!route) return;
  const complaint = findComplaint(route, method, response, text);
  if (complaint) throw new Error(`${route.method} ${route.path}: ${complaint}`);
}

function findComplaint(
  route: Route,
  method: string,
  { status, headers }: Response,
  text: string,
): string | null {
  const doc = getOperation(`${route.method} ${route.path}`);
  const type = headers.get("content-type")?.split(";")[0] ?? null;
  if (status >= 400) {
    if (method === "HEAD") return null;
    const parsed = v.safeParse(Problem, JSON.parse(text));
    if (!parsed.success) return `${status} is no problem: ${tell(parsed.issues)}`;
    const { code } = parsed.output;
    const known = [...errorsOf(route, doc), ...EVERYWHERE];
    return known.includes(code) ? null : `${status} ${code} is not described`;
  }
  const answer = doc.answers[status as keyof typeof doc.answers];
  if (answer === undefined) return `${status} is not described`;
  for (const [name, isDescribed] of [
    ["ETag", tellsEtag(doc)],
    ["Location", doc.hasLocation ?? false],
  ] as const) {
    if (headers.has(name) !== isDescribed) return `${status} is not as described: ${name}`;
  }
  if (answer === null || method === "HEAD") return text === "" ? null : `${status} has a body`;
  if (typeof answer === "string") {
    return type === answer ? null : `${status} is ${type} and not ${answer}`;
  }
  if (type !== "application/json") return `${status} is ${type} and not JSON`;
  const parsed = v.safeParse(answer, JSON.parse(text));
  return parsed.success ? null : `${status} is not as described: ${tell(parsed.issues)}`;
}

/** Of the first path that is meant, as the app has them in order; null for a method that it lacks. */
function findRoute(method: string, path: string): Route | null {
  const wanted = method === "HEAD" ? "GET" : method;
  const [first, ...others] = listMatching(path.split("/")).map(({ route }) => route);
  const siblings = [first, ...others.filter((other) => other.path === first?.path)];
  return siblings.find((route) => route?.method === wanted) ?? null;
}

function tell(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues
    .slice(0, 3)
    .map((issue) => `${v.getDotPath(issue) ?? "it"}: ${issue.message}`)
    .join("; ");
}
