import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { DEMO_EMAILS, DEMO_PASSWORD } from "../../db/seed/demo.ts";
import { launchBrowser, textOf } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import { fillSignUp, PASSWORD, POINTER } from "./journey.ts";

const open = await launchBrowser();
const SCRIPTS = [true, false];
const BIO = "I teach slowly & patiently, for all who <3 music.";

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/signup?next=/teach");
  await fillSignUp(page, POINTER, { email, password: PASSWORD });
  await page.getByRole("heading", { level: 1, name: "Teach what you know" }).waitFor();
}

async function logInAsInstructor(page: Page, next: string): Promise<void> {
  await page.goto(`/login?next=${next}`);
  await page.getByLabel("E-mail address").fill(DEMO_EMAILS.instructor);
  await page.getByLabel("Password").fill(DEMO_PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(`**${next}`);
}

async function expectStep(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { level: 2, name, exact: true }).waitFor();
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("main").getByRole("button", { name }).click();
}

async function fillAbout(page: Page, bio: string): Promise<void> {
  await page.getByLabel("Your bio").fill(bio);
  await page.getByLabel("Years of experience").fill("7");
  await page.getByLabel("Time zone", { exact: true }).selectOption("America/New_York");
  await page.getByLabel("Shortest notice, in hours").fill("3");
  await page.getByLabel("Break between lessons, in minutes").fill("15");
  await press(page, "Save and go on");
}

async function findAndTick(page: Page, area: string): Promise<void> {
  await page.getByLabel("Find an area").fill(area);
  await press(page, "Find");
  await page.getByLabel(area, { exact: true }).check();
}

async function chooseService(page: Page, words: string, name: string): Promise<void> {
  await page.getByLabel("Find a service").fill(words);
  await press(page, "Find");
  await page.getByRole("main").getByRole("link", { name }).first().click();
  await page.getByLabel("Price per hour, in dollars").waitFor();
}

async function fillHours(page: Page, from: string, to: string): Promise<void> {
  await page.getByLabel("Monday from, 1").fill(from);
  await page.getByLabel("Monday to, 1").fill(to);
}

/** The shortest way through all steps. */
async function becomeInstructor(page: Page, email: string): Promise<string> {
  await signUp(page, email);
  await page.goto("/teach/onboarding");
  await fillAbout(page, BIO);
  await expectStep(page, "Your areas");
  await findAndTick(page, "Astoria");
  await press(page, "Save and go on");
  await expectStep(page, "Your services");
  await chooseService(page, "piano", "Piano");
  await page.getByLabel("Price per hour, in dollars").fill("60");
  await page.getByLabel("At your place").check();
  await press(page, "Save this service");
  await page.getByRole("link", { name: "Go on to your usual week" }).click();
  await expectStep(page, "Your usual week");
  await fillHours(page, "09:00", "17:00");
  await press(page, "Save your week");
  await expectStep(page, "You are ready to teach");
  const link = page.getByRole("link", { name: "See your public page" });
  return (await link.getAttribute("href")) ?? "";
}

test.for(SCRIPTS)(
  "A new account becomes an instructor step by step, and may leave in between (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [422] });
    await signUp(page, `teach-${javaScriptEnabled}@example.test`);
    await page.getByRole("main").getByRole("link", { name: "Become an instructor" }).click();
    await expectStep(page, "About you");
    await fillAbout(page, "<b>I teach</b> the piano.");
    await page.locator("#field-bio-error").waitFor();
    expect(await page.getByLabel("Your bio").inputValue()).toBe("<b>I teach</b> the piano.");
    await fillAbout(page, BIO);
    await expectStep(page, "Your areas");

    await press(page, "Save and go on");
    await page.getByText("Choose at least one area.").first().waitFor();
    await findAndTick(page, "Astoria");
    await findAndTick(page, "Harlem");
    await page.goto("/teach");
    await page.getByText("Nobody can book you yet").waitFor();
    await page.getByRole("link", { name: "Complete your page" }).click();
    await expectStep(page, "Your areas");
    await findAndTick(page, "Astoria");
    await findAndTick(page, "Harlem");
    await press(page, "Save and go on");
    await expectStep(page, "Your services");

    await page.goto("/teach/onboarding?step=done");
    await expectStep(page, "Your services");
    await chooseService(page, "piano", "Piano");
    await page.getByLabel("Price per hour, in dollars").fill("0");
    await press(page, "Save this service");
    await page.locator("#field-rate-error").waitFor();
    await page.locator("#field-location_types-error").waitFor();
    await page.getByLabel("Price per hour, in dollars").fill("67.50");
    await page.getByLabel("1 h 30 min").check();
    await page.getByLabel("At your place").check();
    await page.getByLabel("Description").fill("Scales & songs.");
    await press(page, "Save this service");
    await page.getByRole("heading", { name: "You offer" }).waitFor();
    await page.getByText("$67.50 per hour · 1 h, 1 h 30 min").waitFor();
    await page.getByRole("link", { name: "Go on to your usual week" }).click();

    await expectStep(page, "Your usual week");
    await press(page, "Save your week");
    await page.getByText("Enter hours for at least one day.").first().waitFor();
    await fillHours(page, "09:10", "12:00");
    await press(page, "Save your week");
    await page.locator("#field-day1_0_from-error", { hasText: "Begin at :00" }).waitFor();
    await fillHours(page, "09:00", "12:00");
    await press(page, "Add more hours on Monday");
    await page.getByLabel("Monday from, 2").fill("20:00");
    await page.getByLabel("Monday to, 2").fill("00:00");
    await press(page, "Copy to Tuesday – Friday");
    await press(page, "Remove hours 1 of Friday");
    expect(await page.getByLabel("Friday from, 1").inputValue()).toBe("20:00");
    await press(page, "Save your week");
    await expectStep(page, "You are ready to teach");

    const weekly = await page.request.get("/api/instructors/me/availability/weekly");
    const both = [
      { start_time: "09:00", end_time: "12:00" },
      { start_time: "20:00", end_time: "24:00" },
    ];
    expect(await weekly.json()).toMatchObject({
      hours: { mon: both, thu: both, fri: both.slice(1), sat: [], sun: [] },
    });
    const link = page.getByRole("link", { name: "See your public page" });
    await page.goto((await link.getAttribute("href")) ?? "");
    await page.getByRole("heading", { level: 1, name: "Wren O." }).waitFor();
    await page.getByText(BIO).waitFor();
    await page.getByText("$67.50").first().waitFor();
    await page.goto("/teach");
    await page.getByRole("heading", { name: "Your figures" }).waitFor();
    expect(await page.getByText("Nobody can book you yet").count()).toBe(0);
    await leave();
  },
);

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
    await page.getByText("Saved.", { exact: true }).waitFor();
    expect(await page.getByLabel("Years of experience").inputValue()).toBe("60");
    await page.getByLabel("Astoria", { exact: true }).uncheck();
    await findAndTick(page, "Harlem");
    await press(page, "Save areas");
    await page.getByText("Your areas are saved.").waitFor();
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
  "Hours that were changed elsewhere meanwhile are not written over (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [412] });
    await becomeInstructor(page, `stale-${javaScriptEnabled}@example.test`);
    await page.goto("/teach/onboarding?step=hours");
    const hours = Object.fromEntries(
      ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, []]),
    );
    const elsewhere = {
      hours: { ...hours, sun: [{ start_time: "10:00", end_time: "11:00" }] },
    };
    const path = "/api/instructors/me/availability/weekly";
    const origin = new URL(page.url()).origin;
    const answer = await page.request.put(path, { data: elsewhere, headers: { Origin: origin } });
    expect(answer.status()).toBe(200);
    await fillHours(page, "13:00", "14:00");
    await press(page, "Save your week");
    await page.getByText("This was changed elsewhere since you opened it.").waitFor();
    await press(page, "Save your week");
    await page.getByText("This was changed elsewhere since you opened it.").waitFor();
    expect(await (await page.request.get(path)).json()).toMatchObject(elsewhere);
    await page.getByRole("link", { name: "See the hours as they are now" }).click();
    await expect.poll(() => page.getByLabel("Sunday from, 1").inputValue()).toBe("10:00");
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
  await logInAsInstructor(page, "/teach/bookings");
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
  await logInAsInstructor(page, "/teach/bookings");
  const first = page.getByRole("article").first();
  const lesson = await first.getByRole("link").getAttribute("href");
  const startAt = (await first.locator("time").getAttribute("datetime")) ?? "";
  await page.goto(`/teach/bookings?week=${startAt.slice(0, 10)}`);
  await page.locator(`main a[href="${lesson}"]`).click();
  await page.waitForURL(`**${lesson}`);
  await leave();
});

test("Teaching is not open to students", async () => {
  const { page, leave } = await open({ refusals: [403] });
  await signUp(page, "no-teacher@example.test");
  for (const path of ["bookings", "offerings", "offerings/new", "profile", "status"]) {
    expect((await page.goto(`/teach/${path}`))?.status(), path).toBe(403);
  }
  await leave();
});

test("Every step of becoming an instructor is accessible, quiet and fits a phone", async () => {
  const { page, leave } = await open();
  await signUp(page, "good-steps@example.test");
  await expectGoodPage(page);
  await page.goto("/teach/onboarding");
  await expectGoodPage(page);
  await fillAbout(page, BIO);
  await expectStep(page, "Your areas");
  await findAndTick(page, "Astoria");
  await expectGoodPage(page);
  await press(page, "Save and go on");
  await expectStep(page, "Your services");
  await page.getByLabel("Find a service").fill("gui");
  await expectGoodPage(page);
  await chooseService(page, "piano", "Piano");
  await expectGoodPage(page);
  await page.getByLabel("Price per hour, in dollars").fill("60");
  await page.getByLabel("At your place").check();
  await press(page, "Save this service");
  await page.getByRole("link", { name: "Go on to your usual week" }).click();
  await expectStep(page, "Your usual week");
  await expectGoodPage(page);
  await fillHours(page, "09:00", "17:00");
  await press(page, "Save your week");
  await expectStep(page, "You are ready to teach");
  await expectGoodPage(page);
  await leave();
}, 180_000);

test("An instructor's own pages are accessible, quiet and fit a phone", async () => {
  const { page, leave } = await open();
  await logInAsInstructor(page, "/teach");
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
