import { expect, test } from "vitest";
import {
  describeRetention,
  RETENTION,
  type RetentionPeriods,
  retentionCutoff,
} from "./retention.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const DAY_MS = 86_400_000;

const periods: RetentionPeriods = {
  searchEventsDays: 365,
  deletedSearchesDays: 90,
  guestsDays: 120,
  convertedGuestsDays: 90,
  emailsDays: 30,
  webhooksDays: 30,
  bookingDetailsDays: 2557,
  operationsDays: 0,
  samplesDays: 14,
  rollupsDays: 400,
  alertsDays: 365,
};

test("what is kept some days is due once they have passed, and what expires at that instant", () => {
  expect(retentionCutoff("emailsDays", periods, NOW)).toBe(NOW - 30 * DAY_MS);
  expect(retentionCutoff("expiry", periods, NOW)).toBe(NOW + 1);
});

test("a period of zero days keeps for good", () => {
  expect(retentionCutoff("operationsDays", periods, NOW)).toBeNull();
  expect(describeRetention("dead_letters", periods)).toEqual({
    kept: "Dead letters: for good.",
    keptDays: null,
  });
});

test("every table tells in words how long its rows stay", () => {
  expect(describeRetention("emails", periods)).toEqual({ kept: "Emails: 30 days.", keptDays: 30 });
  expect(describeRetention("sessions", periods)).toEqual({
    kept: "Sessions: until they expire.",
    keptDays: null,
  });
  expect(describeRetention("search_history", periods)).toEqual({
    kept: "Deleted searches: 90 days. Guests: 120 days. Converted guests: 90 days.",
    keptDays: 90,
  });
  for (const table of Object.keys(RETENTION)) {
    expect(describeRetention(table, periods).kept).toMatch(/^[A-Z0-9].*\.$/);
  }
  expect(() => describeRetention("unheard_of", periods)).toThrow("unheard_of");
});
