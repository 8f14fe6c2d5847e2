import type { Schema } from "../../app/routes/developers/fields.ts";
import openapi from "../../docs/api/openapi.json" with { type: "json" };

export interface Operation {
  section: string;
  method: string;
  /** With `{name}` parameters. */
  path: string;
  isOpen: boolean;
  query: { name: string; schema: Schema }[];
  /** Whether it says what its query may be, even if that is nothing. */
  hasQuery: boolean;
  headers: string[];
  body: Schema | null;
  example: Record<string, unknown>;
}

interface Described {
  tags: string[];
  description: string;
  parameters: { name: string; in: string; schema: Schema }[];
  requestBody?: {
    content: { "application/json": { schema: Schema; example?: Record<string, unknown> } };
  };
  responses: Record<string, { $ref?: string }>;
}

/** Every operation of the description with what may be sent to it. */
export function listOperations(): Operation[] {
  const paths = openapi.paths as unknown as Record<string, Record<string, Described>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const { tags, description, parameters, requestBody, responses } = described;
      const content = requestBody?.content["application/json"];
      return {
        section: tags[0] ?? "",
        method: method.toUpperCase(),
        path,
        isOpen: description.startsWith("For everybody, from any site"),
        query: parameters.filter((one) => one.in === "query"),
        hasQuery: responses["400"]?.$ref?.includes("unknown_parameter") ?? false,
        headers: parameters.filter((one) => one.in === "header").map(({ name }) => name),
        body: content?.schema ?? null,
        example: content?.example ?? {},
      };
    }),
  );
}
