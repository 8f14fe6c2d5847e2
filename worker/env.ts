import * as v from "valibot";

/** What Cloudflare binds to the Worker. Settings are read through `parseSettings` alone. */
export interface Bindings {
  DB: D1Database;
  AVAILABILITY: KVNamespace;
  EVENTS: Queue;
  ASSETS: Fetcher;
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

const SettingsSchema = v.object({
  /** `int` is local and tests, `stg` the rehearsal, `prod` the real thing. */
  TIER: oneOf(["int", "stg", "prod"], "int"),
  /** Days of a public availability answer when no end is asked for. */
  PUBLIC_AVAILABILITY_DAYS: wholeNumber(1, 90, 30),
  PUBLIC_AVAILABILITY_DETAIL_LEVEL: oneOf(["full", "summary", "minimal"], "full"),
  PUBLIC_AVAILABILITY_SHOW_INSTRUCTOR_NAME: flag(true),
  /** Seconds that an instructor's raw inputs stay in KV. */
  PUBLIC_AVAILABILITY_CACHE_TTL: wholeNumber(60, 86_400, 300),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

/** Every name that may be set, in `wrangler.toml`, a secret or, locally, the environment. */
export const SETTING_NAMES = Object.keys(SettingsSchema.entries) as (keyof Settings)[];

/** Throws an Error whose one sentence names the first bad setting and what it may be. */
export function parseSettings(raw: object): Settings {
  const result = v.safeParse(SettingsSchema, raw);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`Setting ${v.getDotPath(issue)} ${issue.message}.`);
}
