import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** By path; one that is null never comes. */
export type Answers = Record<string, [number, string] | null>;

/** What a deployed site answers that is well. */
export const GOOD: Answers = {
  "/api/healthz": [200, '{"status":"ok","version":"new"}'],
  "/api/readyz": [200, "{}"],
  "/": [200, "<h1>Find an instructor</h1>"],
};

/** A site that answers each path as told, until the work is over. */
export async function withSite<T>(answers: Answers, work: (url: string) => Promise<T>): Promise<T> {
  const listener: RequestListener = (request, response) => {
    const answer = answers[request.url ?? ""];
    if (answer === null) return;
    const [status, body] = answer ?? [404, "{}"];
    response.writeHead(status).end(body);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
