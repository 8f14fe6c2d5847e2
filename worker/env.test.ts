import { expect, test } from "vitest";
import { parseSettings, SETTING_NAMES } from "./env.ts";

const DEFAULTS = {
  TIER: "int",
  PUBLIC_AVAILABILITY_DAYS: 30,
  PUBLIC_AVAILABILITY_DETAIL_LEVEL: "full",
  PUBLIC_AVAILABILITY_SHOW_INSTRUCTOR_NAME: true,
  PUBLIC_AVAILABILITY_CACHE_TTL: 300,
};

/** What a tier that people reach cannot do without. */
const REACHABLE = {
  RESEND_API_KEY: "re_key",
  SITE_URL: "https://example.com",
  WEBHOOK_KEY: "k".repeat(32),
};

test("settings that are not set have their defaults, and bindings are no settings", () => {
  expect(parseSettings({})).toMatchObject(DEFAULTS);
  const settings = parseSettings({ DB: {}, AVAILABILITY: {}, SOMETHING: "else" });
  expect(Object.keys(settings).sort()).toEqual([...SETTING_NAMES].sort());
  expect(SETTING_NAMES).toEqual(expect.arrayContaining(Object.keys(DEFAULTS)));
});

test("settings arrive as text or as TOML gives them", () => {
  const text = {
    ...REACHABLE,
    TIER: "prod",
    PUBLIC_AVAILABILITY_DAYS: "90",
    PUBLIC_AVAILABILITY_DETAIL_LEVEL: "minimal",
    PUBLIC_AVAILABILITY_SHOW_INSTRUCTOR_NAME: "false",
    PUBLIC_AVAILABILITY_CACHE_TTL: "86400",
  };
  const typed = {
    ...REACHABLE,
    TIER: "prod",
    PUBLIC_AVAILABILITY_DAYS: 90,
    PUBLIC_AVAILABILITY_DETAIL_LEVEL: "minimal",
    PUBLIC_AVAILABILITY_SHOW_INSTRUCTOR_NAME: false,
    PUBLIC_AVAILABILITY_CACHE_TTL: 86_400,
  };
  expect(parseSettings(text)).toMatchObject(typed);
  expect(parseSettings(typed)).toMatchObject(typed);
});

test("each bound of a setting is allowed", () => {
  for (const PUBLIC_AVAILABILITY_DAYS of ["1", "90"]) parseSettings({ PUBLIC_AVAILABILITY_DAYS });
  for (const PUBLIC_AVAILABILITY_CACHE_TTL of ["60", "86400"]) {
    const settings = parseSettings({ PUBLIC_AVAILABILITY_CACHE_TTL });
    expect(settings.PUBLIC_AVAILABILITY_CACHE_TTL).toBe(Number(PUBLIC_AVAILABILITY_CACHE_TTL));
  }
  for (const PUBLIC_AVAILABILITY_DETAIL_LEVEL of ["full", "summary", "minimal"]) {
    const settings = parseSettings({ PUBLIC_AVAILABILITY_DETAIL_LEVEL });
    expect(settings.PUBLIC_AVAILABILITY_DETAIL_LEVEL).toBe(PUBLIC_AVAILABILITY_DETAIL_LEVEL);
  }
});

test("a bad setting stops the start with one sentence that names it and says what it may be", () => {
  const sentences: [string, unknown[], string][] = [
    [
      "PUBLIC_AVAILABILITY_DAYS",
      ["0", "91", "-1", "7.5", "a week", "", " ", "1e400", 0, 91, Number.NaN],
      "must be a whole number from 1 to 90",
    ],
    [
      "PUBLIC_AVAILABILITY_CACHE_TTL",
      ["59", "86401", "5m", "", 0],
      "must be a whole number from 60 to 86400",
    ],
    [
      "PUBLIC_AVAILABILITY_DETAIL_LEVEL",
      ["FULL", "everything", "", 1],
      "must be one of full, summary, minimal",
    ],
    [
      "PUBLIC_AVAILABILITY_SHOW_INSTRUCTOR_NAME",
      ["yes", "1", "True", "", 0, 1],
      "must be true or false",
    ],
    ["TIER", ["production", "PROD", "", 3], "must be one of int, stg, prod"],
  ];
  for (const [name, values, rule] of sentences) {
    for (const value of values) {
      const sentence = `Setting ${name} ${rule}.`;
      expect(() => parseSettings({ [name]: value }), `${name}=${value}`).toThrow(
        expect.objectContaining({ message: sentence }),
      );
    }
  }
});

test("a setting of another type is refused in a sentence of ours too", () => {
  for (const name of ["PUBLIC_AVAILABILITY_DAYS", "PUBLIC_AVAILABILITY_CACHE_TTL"]) {
    for (const value of [null, true, [], {}]) {
      expect(() => parseSettings({ [name]: value })).toThrow(
        new RegExp(`^Setting ${name} must be a whole number from \\d+ to \\d+\\.$`),
      );
    }
  }
});

test("a tier that people reach does not start without a way to send mail and links that lead to it", () => {
  for (const TIER of ["stg", "prod"]) {
    const sentence = (settings: object) => () => parseSettings({ ...REACHABLE, TIER, ...settings });
    expect(sentence({})).not.toThrow();
    expect(sentence({ RESEND_API_KEY: undefined })).toThrow(
      expect.objectContaining({ message: `Setting RESEND_API_KEY must be set in tier ${TIER}.` }),
    );
    for (const SITE_URL of [undefined, "http://example.com"]) {
      expect(sentence({ SITE_URL })).toThrow(
        expect.objectContaining({
          message: `Setting SITE_URL must be an https origin in tier ${TIER}.`,
        }),
      );
    }
  }
  expect(() => parseSettings({ TIER: "int" })).not.toThrow();
});

test("a tier that people reach does not start without a key for webhooks, nor one that sends them to itself", () => {
  for (const TIER of ["stg", "prod"]) {
    const sentence = (settings: object) => () => parseSettings({ ...REACHABLE, TIER, ...settings });
    for (const WEBHOOK_KEY of [undefined, "k".repeat(31)]) {
      expect(sentence({ WEBHOOK_KEY })).toThrow(
        `Setting WEBHOOK_KEY must be set to 32 or more characters in tier ${TIER}.`,
      );
    }
    expect(sentence({ WEBHOOK_ALLOW_LOOPBACK: "true" })).toThrow(
      `Setting WEBHOOK_ALLOW_LOOPBACK must be false in tier ${TIER}.`,
    );
  }
  expect(parseSettings({ WEBHOOK_ALLOW_LOOPBACK: "true" }).WEBHOOK_ALLOW_LOOPBACK).toBe(true);
});

test("an address of the site with a path, or of something else than the web, is refused", () => {
  for (const SITE_URL of ["https://example.com/", "https://example.com/a", "ftp://a.b", "x", ""]) {
    expect(() => parseSettings({ SITE_URL })).toThrow(
      expect.objectContaining({
        message: "Setting SITE_URL must be an origin such as https://example.com.",
      }),
    );
  }
});
