import { expect, test } from "vitest";
import { formatDate } from "../../worker/domain/format.ts";
import { addDays } from "../../worker/domain/local-time.ts";
import { expectDone, launchBrowser, PHONE, untilIdle } from "./browser.ts";
import { freeOn, MONDAY, openAsTeacher, openWeek, PATH, save, THURSDAY } from "./teacher.ts";

const open = await launchBrowser();

test.for([true, false])(
  "Whoever saves second sees both and decides; nothing is written over in silence (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave, id } = await openAsTeacher(open, `conflict-${javaScriptEnabled}`, {
      javaScriptEnabled,
      refusals: [412],
    });
    const change = async (time: string) => {
      await page.getByLabel(/^Thursday.*hours 1, to/).fill(time);
      const wednesday = `/api/instructors/me/availability/dates/${addDays(MONDAY, 2)}`;
      const theirs = `/api/instructors/me/availability/dates/${THURSDAY}`;
      const hour = time.slice(0, 2);
      const ranges = [{ start_time: "06:00", end_time: `${hour}:30` }];
      for (const path of [wednesday, theirs]) {
        expect((await page.request.put(path, { data: { ranges } })).status()).toBe(200);
      }
      await page.getByRole("button", { name: "Save hours", exact: true }).click();
      await page.getByRole("alert").getByText("These hours were changed elsewhere").waitFor();
      return ranges;
    };
    await openWeek(page, "&view=list");
    await change("10:00");
    expect(await freeOn(page, id, THURSDAY)).toEqual(["06:00-10:30"]);
    await page.getByRole("button", { name: "Save mine over it" }).click();
    await expectDone(page, "Saved. Students see");
    expect(await freeOn(page, id, THURSDAY)).toEqual(["09:00-10:00"]);
    expect(await freeOn(page, id, addDays(MONDAY, 2))).toEqual(["06:00-10:30"]);

    await openWeek(page, "&view=list");
    await change("11:00");
    await untilIdle(page);
    await page.getByRole("link", { name: "Take what is there now" }).click();
    await page.getByRole("alert").waitFor({ state: "detached" });
    await expect.poll(() => page.getByLabel(/^Thursday.*hours 1, from/).inputValue()).toBe("06:00");
    expect(await freeOn(page, id, THURSDAY)).toEqual(["06:00-11:30"]);
    await leave();
  },
);

test("What is saved with stays below the bar on top of the page when both meet", async () => {
  const { page, leave } = await openAsTeacher(open, "bars", { viewport: PHONE });
  await openWeek(page);
  const button = page.getByRole("button", { name: "Save hours", exact: true });
  const onTop = await button.evaluate((save) => {
    const scroll = (top: number) => window.scrollBy({ top, behavior: "instant" });
    scroll(document.documentElement.scrollHeight);
    scroll(save.getBoundingClientRect().top - 20);
    const { left, top } = save.getBoundingClientRect();
    return document.elementFromPoint(left + 20, top + 10)?.closest("header")?.tagName;
  });
  expect(onTop).toBe("HEADER");
  await leave();
});

test("What is not saved is there after a reload, and is not left behind without a question", async () => {
  const { page, leave, id } = await openAsTeacher(open, "unsaved");
  const asked: string[] = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await openWeek(page);
  await page.getByRole("button", { name: /^Evenings/ }).click();
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
  await page.getByText("These are the changes that you had not saved yet.").waitFor();
  await page.getByRole("link", { name: "List", exact: true }).click();
  await untilIdle(page);
  expect(await page.getByLabel(/^Thursday.*hours 2, from/).inputValue()).toBe("17:00");
  await page.getByRole("link", { name: "Later days" }).click();
  await page.getByRole("button", { name: "Stay and save" }).click();
  expect(page.url()).toContain(MONDAY);
  await page.getByRole("link", { name: "Later days" }).click();
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await page.waitForURL(`**week=${addDays(MONDAY, 7)}**`);
  // The page follows its address; until then earlier days are others.
  await page.getByText(`Week from ${formatDate(addDays(MONDAY, 7))}`).waitFor();
  expect(await freeOn(page, id, THURSDAY)).toEqual(["09:00-12:00"]);
  await page.getByRole("link", { name: "Earlier days" }).click();
  await page.getByText("These are the changes that you had not saved yet.").waitFor();
  await page.getByRole("link", { name: "Discard changes" }).click();
  await page.getByText("These are the changes").waitFor({ state: "detached" });
  await page.reload();
  expect(await page.getByText("These are the changes").count()).toBe(0);
  await leave();
});

test("A week that is over can be looked at and not changed, and nothing is saved without a condition", async () => {
  const { page, leave } = await openAsTeacher(open, "over");
  const over = addDays(MONDAY, -21);
  for (const view of ["", "&view=list"]) {
    await page.goto(`${PATH}?week=${over}${view}`);
    await page.getByText("This week is over; it does not change any more.").waitFor();
    expect(await page.getByRole("button", { name: "Save hours", exact: true }).count()).toBe(0);
    expect(await page.getByLabel(/hours 1, from/).count()).toBe(0);
  }
  for (const seen of ["*", "weekly", `weekly.${"0".repeat(32)}`]) {
    const form = { intent: "copy_week", seen };
    const answer = await page.request.post(`${PATH}?week=${MONDAY}`, { form });
    expect([seen, answer.status()]).toEqual([seen, 400]);
  }
  await leave();
});

test("Days off, the week before and a whole range are each one press, and follow at once", async () => {
  const { page, leave, id } = await openAsTeacher(open, "days-off", { refusals: [422] });
  await openWeek(page, "&view=list");
  await page.getByRole("button", { name: /^Clear Monday/ }).click();
  await page.getByRole("button", { name: /^Clear Thursday/ }).click();
  await save(page);
  await page.goto(`${PATH}?week=${addDays(MONDAY, 7)}&view=list`);
  await page.getByRole("button", { name: "Copy the week before" }).click();
  await expectDone(page, "The week before is copied");
  expect(await freeOn(page, id, addDays(THURSDAY, 7))).toEqual([]);
  const apply = page.locator("form").filter({ hasText: "by weekday" });
  await apply.getByLabel("First day").fill(addDays(MONDAY, 14));
  await apply.getByLabel("Last day").fill(addDays(MONDAY, 13));
  await page.getByRole("button", { name: "Apply this week" }).click();
  await page.getByRole("alert").getByText("The last day is before the first.").waitFor();
  await apply.getByLabel("Last day").fill(addDays(MONDAY, 20));
  await page.getByRole("button", { name: "Apply this week" }).click();
  await expectDone(page, "The week is applied.");
  expect(await freeOn(page, id, addDays(MONDAY, 14))).toEqual([]);
  expect(await freeOn(page, id, addDays(MONDAY, 15))).toEqual(["09:00-12:00"]);

  const off = page.locator("form").filter({ hasText: "Only you see it." });
  await off.getByLabel("First day").fill(addDays(MONDAY, 15));
  await off.getByLabel("Reason").fill("Sister’s wedding");
  await page.getByRole("button", { name: "Add days off" }).click();
  await page.getByText("Sister’s wedding").waitFor();
  await expect.poll(() => page.getByLabel("Reason").inputValue()).toBe("");
  expect(await freeOn(page, id, addDays(MONDAY, 15))).toEqual([]);
  await page.getByRole("button", { name: /^Remove the day off/ }).click();
  await page.getByText("You have planned no days off.").waitFor();
  expect(await freeOn(page, id, addDays(MONDAY, 15))).toEqual(["09:00-12:00"]);
  await leave();
});
