import type { Log } from "./log.ts";

/** Where Sentry takes events, as its DSN says. */
export interface SentryTarget {
  dsn: string;
  url: string;
  key: string;
}

/** Reads `https://key@host/project`; null for anything else. */
export function parseSentryDsn(dsn: string): SentryTarget | null {
  const url = URL.parse(dsn);
  const project = /^\/(\d+)$/.exec(url?.pathname ?? "")?.[1];
  if (url?.protocol !== "https:" || !url.username || url.password || !project) return null;
  return { dsn, url: `https://${url.host}/api/${project}/envelope/`, key: url.username };
}

export interface SentryOptions {
  target: SentryTarget;
  environment: string;
  release: string;
  clock: () => number;
  /** 32 hex digits. */
  newEventId: () => string;
  fetcher: typeof fetch;
  /** Lets work finish after the answer has gone out. */
  defer: (work: Promise<unknown>) => void;
}

/**
 * The same log, of which Sentry hears the failures: entries that tell an error. What it is told is
 * what the log is told, and so nothing personal. That it cannot be reached is no failure of its own.
 */
export function withSentry(log: Log, options: SentryOptions): Log {
  const { target, fetcher, defer } = options;
  return (event, facts) => {
    log(event, facts);
    if (typeof facts.error !== "string") return;
    const request = {
      method: "POST",
      headers: {
        "content-type": "application/x-sentry-envelope",
        "x-sentry-auth": `Sentry sentry_version=7, sentry_key=${target.key}, sentry_client=instainstru/1`,
      },
      body: toEnvelope(event, { ...facts, error: facts.error }, options),
      signal: AbortSignal.timeout(5000),
    };
    defer(
      fetcher(target.url, request).then(
        ({ ok, status }) => {
          if (!ok) log("sentry_refused", { status });
        },
        () => log("sentry_unreachable", {}),
      ),
    );
  };
}

/** One event as Sentry reads it: three lines of JSON. */
function toEnvelope(
  event: string,
  { error, ...facts }: { error: string; [fact: string]: string | number | boolean | null },
  { target, environment, release, clock, newEventId }: SentryOptions,
): string {
  const at = new Date(clock()).toISOString();
  const eventId = newEventId();
  const [type = "", ...rest] = error.split(": ");
  const lines = [
    { event_id: eventId, sent_at: at, dsn: target.dsn },
    { type: "event" },
    {
      event_id: eventId,
      timestamp: at,
      platform: "javascript",
      level: "error",
      environment,
      release,
      transaction: event,
      exception: { values: [{ type, value: rest.join(": ") }] },
      extra: facts,
    },
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
