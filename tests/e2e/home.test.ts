import { expect, test } from "vitest";
import { DEMO_EMAILS, DEMO_PASSWORD } from "../../db/seed/demo.ts";
import { expectDone, launchBrowser, textOf, type Visitor } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import { logInAsAdmin } from "./own-account.ts";

const open = await launchBrowser();
const SCRIPTS = [true, false];

/** Announces to guests; two tests of one run must not see each other's. */
async function announce({ page }: Visitor, title: string, priority: number): Promise<void> {
  await page.goto("/admin/announcements/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Text").fill("Fewer lessons.");
  await page.getByLabel("Leads to").fill("/services");
  await page.getByLabel("Who sees it").selectOption("guests");
  await page.getByLabel("Priority").fill(String(priority));
  await page.getByRole("button", { name: "Save announcement" }).click();
  await expectDone(page, "The announcement is saved.");
}

test.for(SCRIPTS)(
  "What is announced is on the start page, the next one once it is hidden, and nothing once it has ended (scripts: %s)",
  async (javaScriptEnabled) => {
    const admin = await logInAsAdmin(await open({ javaScriptEnabled, refusals: [422] }));
    const [first, second] = [`First ${javaScriptEnabled}`, `Second ${javaScriptEnabled}`];
    await admin.page.goto("/admin/announcements/new");
    await admin.page.getByLabel("Leads to").fill("https://elsewhere.test");
    await admin.page.getByRole("button", { name: "Save announcement" }).click();
    await admin.page.locator("#field-link_path-error").waitFor();
    await announce(admin, first, 90);
    await announce(admin, second, 80);

    const guest = await open({ javaScriptEnabled });
    await guest.page.goto("/");
    const bar = guest.page.getByRole("region", { name: /^(First|Second)/ });
    expect(await textOf(bar)).toContain(`${first} Fewer lessons.`);
    if (javaScriptEnabled) await expectGoodPage(guest.page);
    await guest.page.getByRole("button", { name: `Hide for a day: ${first}` }).click();
    await guest.page.getByRole("region", { name: second }).waitFor();
    await guest.page.goto("/");
    expect(await textOf(bar)).toContain(second);
    await guest.page.getByRole("link", { name: `Find out more: ${second}` }).click();
    await guest.page.waitForURL("**/services");

    for (const title of [first, second]) {
      const end = admin.page.getByRole("button", { name: `End now: ${title}` });
      await end.click();
      await expectDone(admin.page, "has ended");
      expect(await end.count()).toBe(0);
    }
    await guest.page.goto("/");
    await guest.page.getByRole("heading", { level: 1 }).waitFor();
    expect(await bar.count()).toBe(0);
    await guest.leave();
    await admin.leave();
  },
);

test("The pages of announcements are accessible and fit a phone", async () => {
  const { page, leave } = await logInAsAdmin(await open());
  await page.goto("/admin/announcements");
  await expectGoodPage(page);
  await page.goto("/admin/announcements/new");
  await expectGoodPage(page);
  await leave();
});

test.for(SCRIPTS)(
  "Whoever asks to be told signs in first, comes back to ask, and can take it back (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled });
    await page.goto("/services");
    const ask = page.getByRole("button", { name: /^Tell me when someone does/ }).first();
    const name = (await textOf(ask)).split(" teach ")[1] ?? "";
    await ask.click();
    await page.waitForURL("**/login?next=**");
    await page.getByLabel("E-mail address").fill(DEMO_EMAILS.student);
    await page.getByLabel("Password").fill(DEMO_PASSWORD);
    await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
    await page.waitForURL("**/services?ask=**");
    await page.getByRole("button", { name: "Tell me when someone does", exact: true }).click();
    const takeBack = page.getByRole("button", { name: `Do not tell me about ${name}` });
    await takeBack.waitFor();
    await page.goto("/services");
    if (javaScriptEnabled) await expectGoodPage(page);
    await takeBack.click();
    await takeBack.waitFor({ state: "detached" });
    await page.goto("/services");
    await ask.waitFor();
    expect(await takeBack.count()).toBe(0);
    await leave();
  },
);

test("Every component is accessible in every state", async () => {
  const { page, leave } = await open();
  await page.goto("/dev/components");
  await expectGoodPage(page);
  await leave();
});
