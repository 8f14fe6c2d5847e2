import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectDone, launchBrowser, textOf, type Visitor } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import { PASSWORD } from "./journey.ts";
import { logInAs } from "./own-account.ts";

const open = await launchBrowser();

async function openAsAdmin(options: Parameters<typeof open>[0]): Promise<Visitor> {
  const visitor = await open(options);
  await logInAs(visitor.page, "admin", "/admin/users");
  await visitor.page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
  return visitor;
}

/** Somebody new who is signed in, with the statuses that they meet later on. */
async function openAsNewcomer(email: string): Promise<Visitor> {
  const visitor = await open({ refusals: [403] });
  const names = { first_name: "Quincy", last_name: "Newcomer" };
  const answer = await visitor.page.request.post("/api/auth/register", {
    data: { email, password: PASSWORD, ...names },
  });
  expect(answer.status()).toBe(201);
  return visitor;
}

async function findAndOpen(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail address or name").fill(email.toUpperCase());
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByText("1 account found").waitFor();
  await page.getByRole("link", { name: "Quincy Newcomer" }).click();
  await page.getByRole("heading", { level: 1, name: "Quincy Newcomer" }).waitFor();
}

async function statusOf(page: Page, path: string): Promise<number | undefined> {
  return (await page.goto(path))?.status();
}

test.for([true, false])(
  "An admin finds somebody and changes what they may do, which holds at once (scripts: %s)",
  async (javaScriptEnabled) => {
    const email = `rights-${javaScriptEnabled}@example.test`;
    const newcomer = await openAsNewcomer(email);
    const { page, leave } = await openAsAdmin({ javaScriptEnabled });
    await findAndOpen(page, email);

    await page.getByLabel("Make an exception for").selectOption({ label: "View own bookings" });
    await page.getByRole("button", { name: "Revoke" }).click();
    await expectDone(page, "The permission is revoked.");
    expect(await statusOf(newcomer.page, "/lessons")).toBe(403);
    await page.getByRole("button", { name: "Take back “View own bookings”" }).click();
    await expectDone(page, "The exception is taken back.");
    expect(await statusOf(newcomer.page, "/lessons")).toBe(200);

    expect(await statusOf(newcomer.page, "/admin/users")).toBe(403);
    await page.getByLabel("Admin", { exact: true }).check();
    await page.getByRole("button", { name: "Save roles" }).click();
    await expectDone(page, "The roles are saved.");
    expect(await page.getByLabel("Admin", { exact: true }).isChecked()).toBe(true);
    expect(await statusOf(newcomer.page, "/admin/users")).toBe(200);

    await page.getByText("Deactivate…").click();
    await page.getByRole("button", { name: "Yes, deactivate this account" }).click();
    await expectDone(page, "The account is deactivated");
    await newcomer.page.goto("/lessons");
    expect(new URL(newcomer.page.url()).pathname).toBe("/login");

    const trail = page.getByRole("region", { name: "What was done" }).getByRole("listitem");
    const told = await Promise.all((await trail.all()).map(textOf));
    expect(
      told.map((text) => text.replace(/(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,.*/, "")),
    ).toEqual([
      "Status changed from active to deactivated",
      "Roles changed from student to admin, student",
      "Exception for “View own bookings” taken back",
      "“View own bookings” revoked",
    ]);
    await leave();
    await newcomer.leave();
  },
);

test.for([true, false])(
  "What is missing in a form is told at its field (scripts: %s)",
  async (javaScriptEnabled) => {
    const email = `missing-${javaScriptEnabled}@example.test`;
    const newcomer = await openAsNewcomer(email);
    const { page, leave } = await openAsAdmin({ javaScriptEnabled, refusals: [422] });
    await findAndOpen(page, email);
    await page.getByRole("button", { name: "Grant" }).click();
    const summary = page.getByRole("main").getByRole("alert");
    await summary.waitFor();
    expect(await textOf(summary)).toContain("Choose the permission.");
    await expect
      .poll(() => summary.evaluate((element) => element === document.activeElement))
      .toBe(true);
    const field = page.getByLabel("Make an exception for");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await textOf(page.locator("#field-permission-error"))).toBe("Choose the permission.");
    await leave();
    await newcomer.leave();
  },
);

test("The pages about users are accessible, quiet and fit a phone", async () => {
  const newcomer = await openAsNewcomer("looks@example.test");
  const { page, leave } = await openAsAdmin({ refusals: [422] });
  await expectGoodPage(page);
  await page.goto("/admin/users?q=nobody-is-called-this");
  await page.getByText("Nobody found").waitFor();
  await expectGoodPage(page);
  await findAndOpen(page, "looks@example.test");
  await page.getByLabel("Make an exception for").selectOption("view_financials");
  await page.getByRole("button", { name: "Grant" }).click();
  await expectDone(page, "The permission is granted.");
  await page.getByText("permissions in effect").click();
  await page.getByText("Deactivate…").click();
  await expectGoodPage(page);
  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("main").getByRole("alert").waitFor();
  await expectGoodPage(page);
  await leave();
  await newcomer.leave();
}, 120_000);

test("Whoever may not look after accounts is told so, and guests are asked to log in", async () => {
  const newcomer = await openAsNewcomer("curious@example.test");
  expect(await statusOf(newcomer.page, "/admin/users")).toBe(403);
  await newcomer.page.getByText("This page is not open to you").waitFor();
  await newcomer.leave();
  const guest = await open();
  await guest.page.goto("/admin/users?q=a");
  const { pathname, searchParams } = new URL(guest.page.url());
  expect([pathname, searchParams.get("next")]).toEqual(["/login", "/admin/users?q=a"]);
  await guest.leave();
});
