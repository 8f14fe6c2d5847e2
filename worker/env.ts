import * as v from "valibot";
import { parseSentryDsn } from "./platform/sentry.ts";

/** What Cloudflare binds to the Worker. Settings are read through `parseSettings` alone. */
export interface Bindings {
  DB: D1Database;
  AVAILABILITY: KVNamespace;
  EVENTS: Queue;
  /** Says that there is mail to send. */
  MAIL: Queue;
  /** Says whose webhooks have something to be sent. */
  WEBHOOKS: Queue;
  ASSETS: Fetcher;
  /** Where the nightly backups go; without it there are none. */
  BACKUPS?: R2Bucket;
}

const wholeNumber = (from: number, to: number, byDefault: number) => {
  const message = `must be a whole number from ${from} to ${to}`;
  return v.optional(
    v.pipe(
      v.union([v.string(), v.number()], message),
      v.transform((raw) =>
        typeof raw === "string" && raw.trim() === "" ? Number.NaN : Number(raw),
      ),
      v.check((value) => Number.isInteger(value) && value >= from && value <= to, message),
    ),
    byDefault,
  );
};

const oneOf = <const T extends readonly string[]>(values: T, byDefault: T[number]) =>
  v.optional(v.picklist(values, `must be one of ${values.join(", ")}`), byDefault);

const flag = (byDefault: boolean) =>
  v.optional(
    v.pipe(
      v.union([v.boolean(), v.picklist(["true", "false"])], "must be true or false"),
      v.transform((raw) => raw === true || raw === "true"),
    ),
    byDefault,
  );

const secret = () =>
  v.nullish(v.pipe(v.string("must be text"), v.trim(), v.nonEmpty("must not be empty")), null);

const DAYS_OR_NEVER = [0, 36_500] as const;

const SettingsSchema = v.object({
  /** `int` is local and tests, `stg` the rehearsal, `prod` the real thing. */
  TIER: oneOf(["int", "stg", "prod"], "int"),
  /** Days of a public availability answer when no end is asked for. */
  PUBLIC_AVAILABILITY_DAYS: wholeNumber(1, 90, 30),
  PUBLIC_AVAILABILITY_DETAIL_LEVEL: oneOf(["full", "summary", "minimal"], "full"),
  PUBLIC_AVAILABILITY_SHOW_INSTRUCTOR_NAME: flag(true),
  /** Seconds that an instructor's raw inputs stay in KV. */
  PUBLIC_AVAILABILITY_CACHE_TTL: wholeNumber(60, 86_400, 300),
  /** Where people reach the site; the links in mails begin with it. */
  SITE_URL: v.optional(
    v.pipe(
      v.string("must be an origin such as https://example.com"),
      v.check(
        (text) => URL.parse(text)?.origin === text && /^https?:/.test(text),
        "must be an origin such as https://example.com",
      ),
    ),
    "http://localhost:8787",
  ),
  /** Sends mail through Resend. Without it, and only locally, mail lands in `/dev/mailbox`. */
  RESEND_API_KEY: secret(),
  MAIL_FROM: v.optional(
    v.pipe(v.string("must be text"), v.regex(/^[^\r\n]{3,200}$/, "must be one line")),
    "iNSTAiNSTRU <no-reply@instainstru.example>",
  ),
  /** What the secrets of webhooks are derived from; only a local run needs none. */
  WEBHOOK_KEY: secret(),
  /** While receivers change over to secrets of a new key, the one before it signs too. */
  WEBHOOK_PREVIOUS_KEY: secret(),
  /** Lets webhooks go to this machine, and only locally. */
  WEBHOOK_ALLOW_LOOPBACK: flag(false),
  /** Multiplies every limit: a local run is one client with many hands. */
  RATE_LIMIT_SCALE: wholeNumber(1, 100_000, 1),
  /** One of so many requests is measured and stands for all of them; 0 measures none. */
  METRICS_SAMPLE: wholeNumber(0, 10_000, 1),
  /** Milliseconds in which the measured requests of an isolate share one message of the queue. */
  METRICS_HOLD_MS: wholeNumber(0, 10_000, 1000),
  /** A line is logged about one of so many requests; 0 logs none. Failures are logged always. */
  LOG_SAMPLE: wholeNumber(0, 10_000, 10),
  /** Tells Sentry of failures, such as https://key@host/project. Without it they are only logged. */
  SENTRY_DSN: v.nullish(
    v.pipe(
      v.string("must be text"),
      v.check((dsn) => parseSentryDsn(dsn) !== null, "must be a DSN such as https://key@host/1"),
    ),
    null,
  ),
  /** Opens `/metrics/prometheus` to whoever brings it. Without it only admins may read there. */
  METRICS_KEY: v.nullish(
    v.pipe(v.string("must be text"), v.minLength(20, "must be at least 20 characters long")),
    null,
  ),
  /** False once something else makes backups of a database that has outgrown the Worker's. */
  NIGHTLY_BACKUP: flag(true),
  /** What the database holds at most: 500 on the free plan, 10,000 on a paid one. */
  DATABASE_LIMIT_MB: wholeNumber(1, 1_000_000, 500),
  /** Days that each kind of data is kept; 0 keeps it for good. */
  RETENTION_SEARCH_EVENTS_DAYS: wholeNumber(...DAYS_OR_NEVER, 365),
  RETENTION_DELETED_SEARCHES_DAYS: wholeNumber(...DAYS_OR_NEVER, 90),
  RETENTION_GUESTS_DAYS: wholeNumber(...DAYS_OR_NEVER, 120),
  RETENTION_CONVERTED_GUESTS_DAYS: wholeNumber(...DAYS_OR_NEVER, 90),
  RETENTION_EMAILS_DAYS: wholeNumber(...DAYS_OR_NEVER, 30),
  RETENTION_WEBHOOKS_DAYS: wholeNumber(...DAYS_OR_NEVER, 30),
  RETENTION_ALERTS_DAYS: wholeNumber(...DAYS_OR_NEVER, 365),
  RETENTION_SAMPLES_DAYS: wholeNumber(...DAYS_OR_NEVER, 14),
  RETENTION_ROLLUPS_DAYS: wholeNumber(...DAYS_OR_NEVER, 400),
  RETENTION_BOOKING_DETAILS_DAYS: wholeNumber(...DAYS_OR_NEVER, 2557),
  /** What went wrong and when the daily work ran: a year, as long as what such records may repeat. */
  RETENTION_OPERATIONS_DAYS: wholeNumber(...DAYS_OR_NEVER, 365),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

/** Every name that may be set, in `wrangler.toml`, a secret or, locally, the environment. */
export const SETTING_NAMES = Object.keys(SettingsSchema.entries) as (keyof Settings)[];

/** Throws an Error whose one sentence names the first bad setting and what it may be. */
export function parseSettings(raw: object): Settings {
  const result = v.safeParse(SettingsSchema, raw);
  if (result.success) return assertReachable(result.output);
  const [issue] = result.issues;
  throw new Error(`Setting ${v.getDotPath(issue)} ${issue.message}.`);
}

/** Outside of a local run mail goes to people, and its links lead them to the site. */
function assertReachable(settings: Settings): Settings {
  const { TIER, RESEND_API_KEY, SITE_URL, WEBHOOK_KEY, WEBHOOK_ALLOW_LOOPBACK } = settings;
  if (TIER === "int") return settings;
  if (RESEND_API_KEY === null)
    throw new Error(`Setting RESEND_API_KEY must be set in tier ${TIER}.`);
  // Shorter ones can be guessed from a signature.
  if (WEBHOOK_KEY === null || WEBHOOK_KEY.length < 32) {
    throw new Error(`Setting WEBHOOK_KEY must be set to 32 or more characters in tier ${TIER}.`);
  }
  if (WEBHOOK_ALLOW_LOOPBACK) {
    throw new Error(`Setting WEBHOOK_ALLOW_LOOPBACK must be false in tier ${TIER}.`);
  }
  if (!SITE_URL.startsWith("https:")) {
    throw new Error(`Setting SITE_URL must be an https origin in tier ${TIER}.`);
  }
  return settings;
}
