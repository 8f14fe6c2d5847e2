/** The part of autocannon, which brings no types, that is used here. */
declare module "autocannon" {
  export interface Request {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    /** Called before each request: what it returns is sent. */
    setupRequest?: (request: Request) => Request;
  }

  export interface Options {
    url: string;
    connections: number;
    /** Seconds; not looked at when there is an amount. */
    duration?: number;
    /** Stops after so many requests. */
    amount?: number;
    /** Milliseconds between looks at whether to stop. */
    sampleInt?: number;
    requests: Request[];
  }

  export interface Run extends PromiseLike<{ errors: number }> {
    on(
      event: "response",
      listener: (client: unknown, status: number, bytes: number, durationMs: number) => void,
    ): this;
  }

  export default function autocannon(options: Options): Run;
}
