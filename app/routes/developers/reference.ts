import { describeType, type FieldRow, type Schema, toFieldRows } from "./fields.ts";

interface Content {
  [mediaType: string]: { schema: Schema; example?: unknown; examples?: Record<string, unknown> };
}

interface Answer {
  $ref?: string;
  description?: string;
  content?: Content;
}

interface Operation {
  tags: string[];
  summary: string;
  description: string;
  operationId: string;
  parameters: {
    name: string;
    in: string;
    required: boolean;
    description?: string;
    schema: Schema;
    example?: string;
  }[];
  requestBody?: { content: Content };
  responses: Record<string, Answer>;
}

/** The description of the API, as far as it is shown here. */
export interface ApiDocument {
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; responses: Record<string, Answer> };
}

interface AnswerView {
  status: string;
  description: string;
  media: string | null;
  fields: FieldRow[];
  example: string | null;
}

export interface OperationView {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: FieldRow[];
  body: FieldRow[];
  /** A good body as text. */
  example: string | null;
  answers: AnswerView[];
  refusals: { status: string; codes: string[] }[];
}

/** The parts of the API with their addresses. */
export function listSections({ tags }: ApiDocument): { name: string; slug: string }[] {
  return tags.map(({ name }) => ({ name, slug: name.toLowerCase() }));
}

/** Every operation of a part, in the order of the document. */
export function listOperations(document: ApiDocument, section: string): OperationView[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags.includes(section))
      .map(([method, operation]) => toView(document, path, method.toUpperCase(), operation)),
  );
}

function toView(
  { components }: ApiDocument,
  path: string,
  method: string,
  operation: Operation,
): OperationView {
  const { schemas } = components;
  const body = operation.requestBody?.content["application/json"];
  const answers = Object.entries(operation.responses);
  return {
    id: operation.operationId,
    method,
    path,
    summary: operation.summary,
    description: operation.description,
    parameters: operation.parameters.map((parameter) => {
      const { name, description, schema, example } = parameter;
      const { type, notes } = describeType(schema, schemas);
      const words = [description, notes].filter(Boolean).join(" ");
      const such = example && !words.includes(example) ? `Such as ${example}` : null;
      return {
        name,
        type: `${type}, in ${parameter.in}`,
        isRequired: parameter.required,
        notes: [words, such].filter(Boolean).join(" "),
      };
    }),
    body: body ? toFieldRows(body.schema, schemas) : [],
    example: toText(body?.example),
    answers: answers.flatMap(([status, answer]) => {
      if (answer.$ref) return [];
      const [media = null, content] = Object.entries(answer.content ?? {})[0] ?? [];
      const fields = content ? toFieldRows(content.schema, schemas) : [];
      return [
        {
          status,
          description: answer.description ?? "",
          media,
          fields,
          example: toText(content?.example),
        },
      ];
    }),
    refusals: answers.flatMap(([status, { $ref }]) => {
      const codes = $ref?.split("/").at(-1)?.split("-");
      return codes ? [{ status, codes }] : [];
    }),
  };
}

function toText(example: unknown): string | null {
  return example === undefined ? null : JSON.stringify(example, null, 2);
}
