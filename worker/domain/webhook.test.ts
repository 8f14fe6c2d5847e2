import { expect, test } from "vitest";
import { signingVersions, WEBHOOK_ATTEMPTS, webhookRetryDelayMs } from "./webhook.ts";

const DAY_MS = 86_400_000;

test("attempts are a minute, three, nine … and at most six hours apart, over half a day in all", () => {
  const delays = Array.from({ length: WEBHOOK_ATTEMPTS - 1 }, (_, index) =>
    webhookRetryDelayMs(index + 1),
  );
  expect(delays.map((ms) => ms / 60_000)).toEqual([1, 3, 9, 27, 81, 243, 360]);
  const hours = delays.reduce((total, ms) => total + ms, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(12);
});

test("for a day after a rotation the secret before signs too, to the millisecond", () => {
  const webhook = { secretVersion: 3, rotatedAt: 1000 };
  expect(signingVersions(webhook, 1000)).toEqual([3, 2]);
  expect(signingVersions(webhook, 999 + DAY_MS)).toEqual([3, 2]);
  expect(signingVersions(webhook, 1000 + DAY_MS)).toEqual([3]);
  expect(signingVersions({ secretVersion: 1, rotatedAt: null }, 5)).toEqual([1]);
});
