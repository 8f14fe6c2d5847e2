import type { Context } from "hono";
import { spreadId } from "../domain/id.ts";
import type { RequestFacts } from "../domain/metrics.ts";
import { type RequestMeter, toDatabaseFacts } from "../platform/metrics.ts";
import type { AppEnv, AppScope } from "./context.ts";
import { createTemplateFinder } from "./route-templates.ts";

/** Called once the answer is there: what a request did where it is sampled, else null. */
type RequestObserver = (
  c: Context<AppEnv>,
  observed: { meter: RequestMeter; durationMs: number },
) => RequestFacts | null;

/**
 * Measures one of `METRICS_SAMPLE` requests, and writes a line about one of `LOG_SAMPLE`. Both know a
 * request by its template and its id: no address, no person, nothing that was asked for.
 */
export function createRequestObserver(
  { settings, clock, random, log }: AppScope,
  templates: readonly string[],
): RequestObserver {
  const templateOf = createTemplateFinder(templates);
  const isSampled = (id: string, oneOf: number) => oneOf > 0 && spreadId(id, oneOf) === 0;
  return (c, { meter, durationMs }) => {
    const id = random.newId();
    const isMeasured = isSampled(id, settings.METRICS_SAMPLE);
    const isLogged = isSampled(id, settings.LOG_SAMPLE);
    if (!isMeasured && !isLogged) return null;
    // Not `c.var`, which copies all there is each time.
    const requestId = c.get("requestId");
    const facts = { method: c.req.method, route: templateOf(c.req.path), status: c.res.status };
    const { database, slowQueries } = toDatabaseFacts(c.get("use"), meter.besideUse);
    if (isLogged) {
      const { statements, rowsRead } = database;
      log("request", {
        request_id: requestId,
        ...facts,
        duration_ms: Math.round(durationMs),
        statements,
        rows_read: rowsRead,
      });
    }
    if (!isMeasured) return null;
    const measured = { id, requestId, finishedAt: clock(), weight: settings.METRICS_SAMPLE };
    return { ...measured, ...facts, durationMs, database, slowQueries, ...meter.read() };
  };
}
