import type { JsonSchema } from "@valibot/to-json-schema";
import { DomainError, ERROR_CODES, type ErrorCode } from "../../domain/errors.ts";
import { titleOf, toProblemResponse } from "../problem.ts";
import type { Route } from "../route.ts";
import { toHeader } from "./operation.ts";
import { errorsOf, getOperation } from "./operations.ts";

export type Problems = Map<ErrorCode, { status: number; title: string; example: unknown }>;

const LIMIT_HEADERS = {
  "Retry-After": toHeader("Seconds to wait before the next request."),
  RateLimit: toHeader(
    "The limit by its name, how often it is still free, seconds until it is anew.",
  ),
  "RateLimit-Policy": toHeader("The limit by its name, how often, in how many seconds."),
};

/** Each refusal as it is answered. */
export async function listProblems(): Promise<Problems> {
  const problems: Problems = new Map();
  for (const code of ERROR_CODES) {
    const response = toProblemResponse(new DomainError(code), "0123456789abcdefghjkmnpqrs");
    problems.set(code, {
      status: response.status,
      title: titleOf(code),
      example: await response.json(),
    });
  }
  return problems;
}

/** One answer for each status, by the codes that it may have. */
export function toRefusals(codes: readonly ErrorCode[], problems: Problems) {
  return Object.fromEntries(
    [...groupByStatus(codes, problems)].map(([status, group]) => [
      status,
      { $ref: `#/components/responses/${group.join("-")}` },
    ]),
  );
}

/** The refusals of all operations: many have the same. */
export function toSharedRefusals(routes: readonly Route[], problems: Problems) {
  const groups = routes.flatMap((route) => {
    const codes = errorsOf(route, getOperation(`${route.method} ${route.path}`));
    return [...groupByStatus(codes, problems).values()];
  });
  const byName = new Map(groups.map((group) => [group.join("-"), group]));
  return Object.fromEntries(
    [...byName]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, group]) => [
        name,
        {
          description: group.map((code) => problems.get(code)?.title).join(" "),
          ...(group.includes("rate_limited") && { headers: LIMIT_HEADERS }),
          content: {
            "application/problem+json": {
              schema: {
                allOf: [
                  { $ref: "#/components/schemas/Problem" },
                  { type: "object", properties: { code: { enum: group } } } satisfies JsonSchema,
                ],
              },
              examples: Object.fromEntries(
                group.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
              ),
            },
          },
        },
      ]),
  );
}

function groupByStatus(codes: readonly ErrorCode[], problems: Problems) {
  return Map.groupBy(codes, (code) => problems.get(code)?.status ?? 500);
}
