/** The part of Miniflare that crons need. */
interface Runtime {
  getWorker(): Promise<{
    scheduled(options: { cron: string; scheduledTime: Date }): Promise<{ outcome: string }>;
  }>;
}

/** Gets the cron that failed, and why. */
export type CronFailure = (cron: string, error: unknown) => void;

const MINUTE_MS = 60_000;
/** The lowest value of each field: minute, hour, day of the month, month, day of the week. */
const LOWEST = [0, 0, 1, 1, 1] as const;
const HIGHEST = [59, 23, 31, 12, 7] as const;

/**
 * Whether a cron expression in Cloudflare's form (UTC; Sunday is 1) names the minute of `instant`.
 * Understands numbers, `*`, lists, ranges and steps; throws RangeError for anything else.
 */
export function isCronDue(cron: string, instant: number): boolean {
  const fields = cron.trim().split(/\s+/);
  if (fields.length !== LOWEST.length) throw new RangeError(`"${cron}" is not a cron expression.`);
  const date = new Date(instant);
  const values = [
    date.getUTCMinutes(),
    date.getUTCHours(),
    date.getUTCDate(),
    date.getUTCMonth() + 1,
    date.getUTCDay() + 1,
  ];
  return fields.every((field, i) => expandField(field, i).includes(values[i] as number));
}

function expandField(field: string, index: number): number[] {
  return field.split(",").flatMap((part) => {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (!match) throw new RangeError(`"${field}" is not understood in a cron expression.`);
    const [, first, last, step] = match;
    const from = Number(first ?? LOWEST[index]);
    const openEnd = first === undefined || step !== undefined ? HIGHEST[index] : from;
    const to = Number(last ?? openEnd);
    const by = Number(step ?? 1);
    if (by === 0) throw new RangeError(`"${field}" never moves on.`);
    return Array.from(
      { length: Math.max(0, Math.floor((to - from) / by) + 1) },
      (_, i) => from + i * by,
    );
  });
}

/**
 * Fires each cron when it is due, as Cloudflare would, until the returned function is called. One
 * that fails is reported and fires again at its next time.
 */
export function startCrons(runtime: Runtime, crons: string[], onFailure: CronFailure): () => void {
  let timer: NodeJS.Timeout;
  const waitForNextMinute = () => {
    const next = (Math.floor(Date.now() / MINUTE_MS) + 1) * MINUTE_MS;
    timer = setTimeout(() => {
      const due = crons.filter((cron) => isCronDue(cron, next));
      void fireCrons(runtime, due, next, onFailure);
      waitForNextMinute();
    }, next - Date.now());
  };
  waitForNextMinute();
  return () => clearTimeout(timer);
}

/** Fires all of them as of `instant`, and waits until they are done. One that fails is reported. */
export async function fireCrons(
  runtime: Runtime,
  crons: readonly string[],
  instant: number,
  onFailure: CronFailure,
): Promise<void> {
  await Promise.all(
    crons.map((cron) => fireCron(runtime, cron, instant).catch((error) => onFailure(cron, error))),
  );
}

async function fireCron(runtime: Runtime, cron: string, instant: number): Promise<void> {
  const worker = await runtime.getWorker();
  const { outcome } = await worker.scheduled({ cron, scheduledTime: new Date(instant) });
  if (outcome !== "ok") throw new Error(`The Worker answered "${outcome}".`);
}
