import type { JsonSchema } from "@valibot/to-json-schema";
import { CHANGES, NAMED_EXAMPLES } from "./answer-examples.ts";
import { FIELD_EXAMPLES } from "./field-examples.ts";
import { PARAMETER_EXAMPLES } from "./parameter-examples.ts";
import { componentSchemas } from "./schemas.ts";
import { WATCH_EXAMPLES } from "./watch-examples.ts";

const KNOWN: Record<string, unknown> = {
  ...FIELD_EXAMPLES,
  ...WATCH_EXAMPLES,
  ...NAMED_EXAMPLES,
};

const SCHEMAS = componentSchemas();

/** What an operation answers when all is well. */
export function toAnswerExample(operation: string, schema: JsonSchema): unknown {
  const example = toExample(schema, SCHEMAS, operation);
  const changes = CHANGES[operation];
  return changes ? { ...(example as object), ...changes } : example;
}

/**
 * A value of a parameter: its own, the usual one, or the first that may be. Throws where there is none.
 */
export function toParameterExample(operation: string, name: string, schema: JsonSchema): unknown {
  const place = [`${operation} ${name}`, name].find((known) => known in PARAMETER_EXAMPLES);
  const example = place ? PARAMETER_EXAMPLES[place] : (schema.default ?? choicesOf(schema)[0]);
  if (example === undefined) throw new Error(`There is no example of ${name} of ${operation}.`);
  return example;
}

/** An empty field of a form is no choice. */
function choicesOf({ anyOf, ...schema }: JsonSchema): unknown[] {
  const all = [schema, ...(anyOf ?? [])];
  return all.flatMap((one) => (typeof one === "object" ? (one.enum ?? []) : []));
}

/**
 * What a schema stands for, made of what its fields are like: one item of a list, the first of what
 * may be. Throws for a field that nobody has an example of, so that nothing is made up.
 */
function toExample(schema: JsonSchema, named: Record<string, JsonSchema>, owner: string): unknown {
  const { $ref, anyOf, oneOf, items, properties } = schema;
  const name = $ref?.split("/").at(-1);
  if (name !== undefined) return KNOWN[name] ?? toExample(named[name] ?? {}, named, name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const first = (anyOf ?? oneOf)?.find((one) => typeof one === "object");
  if (typeof first === "object") return toExample(first, named, owner);
  if (typeof items === "object" && !Array.isArray(items)) return [toExample(items, named, owner)];
  if (properties) {
    const fields = Object.entries(properties).map(([field, value]) => [
      field,
      toField(field, value, named, owner),
    ]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  if (schema.type === "boolean") return false;
  if (schema.format === "date-time") return "2026-12-01T14:00:00Z";
  if (schema.format === "date") return "2026-12-01";
  throw new Error(`There is no example of ${owner} in worker/http/openapi/field-examples.ts.`);
}

function toField(
  field: string,
  schema: JsonSchema | boolean,
  named: Record<string, JsonSchema>,
  owner: string,
): unknown {
  const place = [`${owner}.${field}`, field].find((known) => known in KNOWN);
  if (place !== undefined) return KNOWN[place];
  return toExample(typeof schema === "object" ? schema : {}, named, field);
}
