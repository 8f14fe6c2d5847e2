/** A part of a JSON schema, as far as the tables tell of it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  description?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

/** A field of a body: its place in it, with dots, `[]` for items and `{…}` for names that differ. */
export interface FieldRow {
  name: string;
  type: string;
  isRequired: boolean;
  notes: string;
}

const MOST_WORDS = 12;

/** Every field of an object and of what it holds. `named` are the schemas that others refer to. */
export function toFieldRows(schema: Schema, named: Record<string, Schema>): FieldRow[] {
  const rows = rowsOf(schema, named, "");
  const byName = Map.groupBy(rows, ({ name }) => name);
  return [...byName.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const types = new Set([first, ...others].map(({ type }) => type));
    return [{ ...first, type: [...types].join(" or ") }];
  });
}

function rowsOf(given: Schema, named: Record<string, Schema>, prefix: string): FieldRow[] {
  const schema = resolve(given, named);
  const parts = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const inside = parts.flatMap((part) => rowsOf(part, named, prefix));
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    const isRequired = schema.required?.includes(name) ?? false;
    const row = { name: path, isRequired, ...describeType(field, named) };
    return [row, ...rowsOf(field, named, path)];
  });
  const items = schema.items ? rowsOf(schema.items, named, `${prefix}[]`) : [];
  const { additionalProperties: others } = schema;
  const rest = typeof others === "object" ? rowsOf(others, named, `${prefix}.{…}`) : [];
  return [...inside, ...fields, ...items, ...rest];
}

function resolve(schema: Schema, named: Record<string, Schema>): Schema {
  const name = schema.$ref?.split("/").at(-1);
  return name === undefined ? schema : (named[name] ?? {});
}

/** What a value may be, in few words. */
export function describeType(
  given: Schema,
  named: Record<string, Schema>,
): { type: string; notes: string } {
  const schema = resolve(given, named);
  return { type: typeWords(schema, named), notes: notesOf(schema) };
}

function typeWords(given: Schema, named: Record<string, Schema>): string {
  const schema = resolve(given, named);
  const parts = schema.oneOf ?? schema.anyOf;
  if (parts) return [...new Set(parts.map((part) => typeWords(part, named)))].join(" or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum && schema.enum.length <= MOST_WORDS) return schema.enum.join(", ");
  if (schema.format === "date-time") return "instant";
  if (schema.format === "date") return "date";
  if (schema.items) return `list of ${typeWords(schema.items, named)}`;
  const { type = "anything" } = schema;
  return type === "string" ? "text" : type === "boolean" ? "true or false" : `${type}`;
}

function notesOf({ description, minimum, maximum, minLength, maxLength }: Schema): string {
  const range = minimum !== undefined && maximum !== undefined && `${minimum} to ${maximum}.`;
  const isNeeded = minLength !== undefined && minLength > 0 && "Not empty.";
  const size = maxLength !== undefined && `${maxLength} characters at most.`;
  return [description, range, isNeeded, size].filter(Boolean).join(" ");
}
