import postman from "openapi-to-postmanv2";
import openapiTypes, { astToString, type OpenAPI3 } from "openapi-typescript";
import { buildDocument } from "../worker/http/openapi/document.ts";
import { listDescribedRoutes } from "../worker/http/openapi/routes.ts";

const CLIENT_HEAD = `// Generated from openapi.json by npm run api:generate.
import createFetchClient, { type ClientOptions } from "openapi-fetch";

/** Calls the API with the types of its description. */
export function createApiClient(options: ClientOptions) {
  return createFetchClient<paths>(options);
}

`;

/** The files of docs/api by name. The same routes give the same bytes. */
export async function apiFiles(): Promise<Record<string, string>> {
  const document = await buildDocument(listDescribedRoutes());
  const types = await openapiTypes(structuredClone(document) as unknown as OpenAPI3);
  return {
    "openapi.json": toText(document),
    "client.ts": CLIENT_HEAD + astToString(types),
    "postman_collection.json": toText(await toPostman(document)),
  };
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** A copy whose parameters are all plain text: one of several forms would be left out of a request. */
function withPlainParameters(document: object): object {
  return JSON.parse(
    JSON.stringify(document, (key, value) =>
      key === "parameters"
        ? value.map((parameter: object) => ({ ...parameter, schema: { type: "string" } }))
        : value,
    ),
  );
}

/** Postman's ids and made-up answers differ from run to run; a collection of requests needs neither. */
async function toPostman(document: object): Promise<unknown> {
  const collection = await new Promise<unknown>((resolve, reject) => {
    const input = { type: "json" as const, data: withPlainParameters(document) };
    const options = {
      requestParametersResolution: "Example" as const,
      schemaFaker: false,
      enableOptionalParameters: false,
      folderStrategy: "Tags" as const,
    };
    postman.convert(input, options, (error, result) => {
      const made = result?.output?.[0]?.data;
      if (error || !made) reject(error ?? new Error(result?.reason));
      else resolve(made);
    });
  });
  return JSON.parse(
    JSON.stringify(collection, (key, value) => {
      if ((key === "id" || key === "_postman_id") && typeof value === "string") return undefined;
      return key === "response" ? [] : value;
    }),
  );
}
