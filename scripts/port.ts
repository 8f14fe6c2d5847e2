import { connect, createServer, type Server } from "node:net";
import { StartError } from "./command.ts";

const IPV4 = "127.0.0.1";
const IPV6 = "::1";

/** Throws StartError with a sentence unless PORT is unset or a port number. */
export function parsePort(text: string | undefined): number {
  const port = Number(text || "8787");
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new StartError(`PORT must be a whole number from 1 to 65535, not ${JSON.stringify(text)}.`);
}

/** Throws StartError if another program listens on the port. */
export async function assertPortFree(port: number): Promise<void> {
  const probe = await listen(createServer(), port, IPV4);
  await new Promise((resolve) => probe.close(resolve));
}

/**
 * Also answers on ::1, which is what "localhost" means to some programs, by passing everything on
 * to 127.0.0.1. Does nothing where there is no IPv6. The returned function closes it.
 */
export async function forwardIpv6(port: number): Promise<() => void> {
  const server = createServer((client) => {
    const upstream = connect(port, IPV4);
    client.pipe(upstream).pipe(client);
    client.on("error", () => upstream.destroy());
    upstream.on("error", () => client.destroy());
  });
  await listen(server, port, IPV6).catch(() => undefined);
  return () => server.close();
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      const sentence = `Port ${port} is in use. Stop the other program or choose one: PORT=8788 npm start`;
      reject(isTaken ? new StartError(sentence) : error);
    });
    server.listen(port, host, () => resolve(server));
  });
}
