import { expect, test } from "vitest";
import { MAIL_ATTEMPTS_AT_MOST, mailRetryDelayMs } from "./email.ts";

test("a mail is tried again after a minute, then three times as long each time, never over six hours", () => {
  const attempts = Array.from({ length: MAIL_ATTEMPTS_AT_MOST }, (_, index) => index + 1);
  const minutes = attempts.map((attempt) => mailRetryDelayMs(attempt) / 60_000);
  expect(minutes).toEqual([1, 3, 9, 27, 81, 243, 360, 360]);
});
