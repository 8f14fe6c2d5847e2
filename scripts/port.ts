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
  for (const host of [IPV4, IPV6]) {
    const probe = await listenIfPossible(createServer(), port, host);
    await new Promise((resolve) => probe.close(resolve));
  }
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
  await listenIfPossible(server, port, IPV6);
  return () => server.close();
}

/** Throws StartError if the port is taken; leaves the server closed where the address is not there. */
function listenIfPossible(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE" && error.code !== "EACCES") return resolve(server);
      const reason = error.code === "EACCES" ? "may not be used" : "is in use";
      reject(new StartError(`Port ${port} ${reason}. Choose another one: PORT=8788 npm start`));
    });
    server.listen(port, host, () => resolve(server));
  });
}
