import { expect, test } from "vitest";
import { expectDone, launchBrowser, textOf } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import { logInAs } from "./own-account.ts";
import {
  becomeInstructor,
  chooseService,
  findAndTick,
  press,
  signUpToTeach,
} from "./teach-journey.ts";

const open = await launchBrowser();
const SCRIPTS = [true, false];

test.for(SCRIPTS)(
  "Profile, areas and services are changed, and a service is taken out and back (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [422] });
    const publicPath = await becomeInstructor(page, `change-${javaScriptEnabled}@example.test`);
    await page.goto("/teach/profile");
    await page.getByLabel("Years of experience").fill("61");
    await press(page, "Save changes");
    await page.locator("#field-years_experience-error").waitFor();
    await page.getByLabel("Years of experience").fill("60");
    await press(page, "Save changes");
    await expectDone(page, "Saved.");
    expect(await page.getByLabel("Years of experience").inputValue()).toBe("60");
    await page.getByLabel("Years of experience").fill("61");
    await press(page, "Save changes");
    await page.locator("#field-years_experience-error").waitFor();
    expect(await page.getByText("Saved.", { exact: true }).count()).toBe(0);
    await page.getByLabel("Astoria", { exact: true }).uncheck();
    await findAndTick(page, "Harlem");
    await press(page, "Save areas");
    await expectDone(page, "Your areas are saved.");
    await page.goto(publicPath);
    expect(await textOf(page.getByRole("main"))).toContain("Harlem");
    expect(await textOf(page.getByRole("main"))).not.toContain("Astoria");

    await page.goto("/teach/offerings");
    await page.getByRole("link", { name: "Edit Piano" }).click();
    await page.getByLabel("Price per hour, in dollars").fill("80");
    await press(page, "Save changes");
    await page.getByText("$80 per hour").waitFor();
    await page.getByRole("link", { name: "Edit Piano" }).click();
    await press(page, "Stop offering this");
    await page.getByText("You offer no service yet").waitFor();
    await page.goto("/teach/offerings/new");
    await chooseService(page, "piano", "Piano");
    await page.getByLabel("Price per hour, in dollars").fill("90");
    await page.getByLabel("At your place").check();
    await press(page, "Save this service");
    await page.getByText("$90 per hour").waitFor();
    await leave();
  },
);

test.for(SCRIPTS)(
  "An instructor takes a break, comes back and closes the account (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [404] });
    const publicPath = await becomeInstructor(page, `break-${javaScriptEnabled}@example.test`);
    await page.goto("/teach");
    await page.getByRole("link", { name: "Take a break" }).click();
    await press(page, "Suspend my account");
    await page.waitForURL("**/teach?done=suspend");
    expect((await page.goto(publicPath))?.status()).toBe(404);
    await page.goto("/teach");
    await page.getByRole("link", { name: "Come back" }).click();
    await press(page, "Activate my account");
    await page.waitForURL("**/teach?done=reactivate");
    expect((await page.goto(publicPath))?.status()).toBe(200);
    await page.goto("/teach");
    await page.getByRole("link", { name: "Close your account" }).click();
    await press(page, "Close my account");
    await page.getByRole("heading", { level: 1, name: "Your account is closed" }).waitFor();
    await page.goto("/teach");
    expect(new URL(page.url()).pathname).toBe("/login");
    await leave();
  },
);

test("Lessons ahead keep an instructor, and are told with a way to them", async () => {
  const { page, leave } = await open({ refusals: [409] });
  await logInAs(page, "instructor", "/teach/bookings");
  await page.getByRole("article").first().waitFor();
  for (const change of ["suspend", "deactivate"]) {
    await page.goto(`/teach/status?change=${change}`);
    await page.getByText("You still have lessons ahead").waitFor();
    expect(await page.getByRole("main").getByRole("button").count()).toBe(0);
  }
  const form = { change: "suspend" };
  const headers = { Origin: new URL(page.url()).origin };
  const answer = await page.request.post("/teach/status?change=suspend", { form, headers });
  expect(answer.status()).toBe(409);
  await page.getByRole("link", { name: /lessons? you give/ }).click();
  await page.waitForURL("**/teach/bookings");
  await leave();
});

test("A booked lesson stands in the list and in its week, and leads to its page", async () => {
  const { page, leave } = await open();
  await logInAs(page, "instructor", "/teach/bookings");
  const first = page.getByRole("article").first();
  const lesson = await first.getByRole("link").getAttribute("href");
  const startAt = (await first.locator("time").getAttribute("datetime")) ?? "";
  await page.goto(`/teach/bookings?week=${startAt.slice(0, 10)}`);
  await page.locator(`main a[href="${lesson}"]`).click();
  await page.waitForURL(`**${lesson}`);
  await leave();
});

test("Each page about teaching is called as in the row of all of them", async () => {
  const { page, leave } = await open();
  await logInAs(page, "instructor", "/teach");
  const row = page.getByRole("navigation", { name: "Teaching" });
  await row.waitFor();
  for (const name of await row.getByRole("link").allTextContents()) {
    await row.getByRole("link", { name }).click();
    await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
    expect(await row.locator("[aria-current=page]").textContent()).toBe(name);
  }
  await leave();
});

test("Teaching is not open to students", async () => {
  const { page, leave } = await open({ refusals: [403] });
  await signUpToTeach(page, "no-teacher@example.test");
  for (const path of ["bookings", "offerings", "offerings/new", "profile", "status"]) {
    expect((await page.goto(`/teach/${path}`))?.status(), path).toBe(403);
  }
  await leave();
});

test("An instructor's own pages are accessible, quiet and fit a phone", async () => {
  const { page, leave } = await open();
  await logInAs(page, "instructor", "/teach");
  const paths = [
    "/teach",
    "/teach/bookings",
    "/teach/bookings?week=",
    "/teach/offerings",
    "/teach/offerings/new",
    "/teach/profile",
    "/teach/status?change=suspend",
    "/teach/status?change=reactivate",
  ];
  for (const path of paths) {
    await page.goto(path);
    await expectGoodPage(page);
  }
  await leave();
}, 180_000);
