import { expect, test, vi } from "vitest";
import { fireCrons, isCronDue, startCrons } from "./cron.ts";

// A Sunday.
const at = (hour: number, minute: number) => Date.UTC(2026, 10, 1, hour, minute, 30);

test("a step is due at its multiples and at no other minute", () => {
  const due = Array.from({ length: 60 }, (_, minute) => minute).filter((minute) =>
    isCronDue("*/5 * * * *", at(3, minute)),
  );
  expect(due).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55]);
});

test("lists, ranges and steps inside a range are understood", () => {
  expect(isCronDue("0 6,7 * * *", at(7, 0))).toBe(true);
  expect(isCronDue("0 6,7 * * *", at(8, 0))).toBe(false);
  expect(isCronDue("10-20/5 * * * *", at(8, 15))).toBe(true);
  expect(isCronDue("10-20/5 * * * *", at(8, 25))).toBe(false);
  expect(isCronDue("50/4 * * * *", at(8, 58))).toBe(true);
});

test("days of the week count from Sunday as 1", () => {
  expect(isCronDue("0 0 * * 1", at(0, 0))).toBe(true);
  expect(isCronDue("0 0 * * 2-7", at(0, 0))).toBe(false);
  expect(isCronDue("0 0 1 11 *", at(0, 0))).toBe(true);
});

test("what is not understood is refused instead of never coming due", () => {
  for (const cron of ["", "* * * *", "0 0 L * *", "*/0 * * * *", "a * * * *"]) {
    expect(() => isCronDue(cron, at(0, 0))).toThrow(RangeError);
  }
});

test("crons fire at the start of each due minute, go on after a failure, and stop when told", async () => {
  vi.useFakeTimers({ now: at(2, 58) });
  try {
    const fired: string[] = [];
    const failed: string[] = [];
    const worker = {
      scheduled: async ({ cron, scheduledTime }: { cron: string; scheduledTime: Date }) => {
        fired.push(`${cron} at ${scheduledTime.toISOString().slice(11, 19)}`);
        return { outcome: fired.length === 1 ? "exception" : "ok" };
      },
    };
    const stop = startCrons(
      { getWorker: async () => worker },
      ["*/5 * * * *", "0 3 * * *"],
      (cron) => failed.push(cron),
    );
    await vi.advanceTimersByTimeAsync(8 * 60_000);
    stop();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(fired).toEqual([
      "*/5 * * * * at 03:00:00",
      "0 3 * * * at 03:00:00",
      "*/5 * * * * at 03:05:00",
    ]);
    expect(failed).toEqual(["*/5 * * * *"]);
  } finally {
    vi.useRealTimers();
  }
});

test("crons that are fired at once are all waited for, whichever of them fails", async () => {
  const done: string[] = [];
  const failed: string[] = [];
  const worker = {
    scheduled: async ({ cron }: { cron: string }) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      done.push(cron);
      return { outcome: cron === "0 3 * * *" ? "exception" : "ok" };
    },
  };
  const runtime = { getWorker: async () => worker };
  await fireCrons(runtime, ["*/5 * * * *", "0 3 * * *"], at(1, 1), (cron) => failed.push(cron));
  expect(done).toEqual(["*/5 * * * *", "0 3 * * *"]);
  expect(failed).toEqual(["0 3 * * *"]);
});
