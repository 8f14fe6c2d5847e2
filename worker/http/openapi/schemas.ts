import { type JsonSchema, toJsonSchema, toJsonSchemaDefs } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";
import { Problem } from "../../contracts/answers/common.ts";
import * as lessons from "../../contracts/answers/lessons.ts";
import * as operations from "../../contracts/answers/operations.ts";
import * as people from "../../contracts/answers/people.ts";
import * as open from "../../contracts/answers/public.ts";

/** The answers that have a name of their own in the document, by that name. */
const NAMED: Record<string, GenericSchema> = Object.fromEntries(
  Object.entries<unknown>({ ...open, ...people, ...lessons, ...operations, Problem })
    .filter((entry): entry is [string, GenericSchema] => isSchema(entry[1]))
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

const NAMES = new Map(Object.entries(NAMED).map(([name, schema]) => [schema, name]));

const OPTIONS = {
  target: "draft-2020-12",
  overrideRef: ({ referenceId }: { referenceId: string }) => `#/components/schemas/${referenceId}`,
} as const;

/** The named schemas, for `components`. */
export function componentSchemas(): Record<string, JsonSchema> {
  return toJsonSchemaDefs(NAMED, OPTIONS);
}

/** What is answered. */
export function answerSchema(schema: GenericSchema): JsonSchema {
  const name = NAMES.get(schema);
  if (name) return { $ref: `#/components/schemas/${name}` };
  return bare(toJsonSchema(schema, { ...OPTIONS, definitions: NAMED }));
}

/** What may be sent. Rules beyond form and size are told by the refusal. */
export function requestSchema(schema: GenericSchema): JsonSchema {
  return bare(
    toJsonSchema(schema, { target: "draft-2020-12", typeMode: "input", errorMode: "ignore" }),
  );
}

function bare({ $schema: _, $defs: __, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function isSchema(value: unknown): value is GenericSchema {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "schema";
}
