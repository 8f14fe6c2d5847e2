import { expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import {
  BIO,
  becomeInstructor,
  chooseService,
  expectStep,
  fillAbout,
  fillHours,
  findAndTick,
  press,
  signUpToTeach,
} from "./teach-journey.ts";

const open = await launchBrowser();
const SCRIPTS = [true, false];

test.for(SCRIPTS)(
  "A new account becomes an instructor step by step, and may leave in between (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [422] });
    await signUpToTeach(page, `teach-${javaScriptEnabled}@example.test`);
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
    await expect.poll(() => page.getByLabel("Friday from, 1").inputValue()).toBe("20:00");
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
  "Hours that were changed elsewhere meanwhile are not written over (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [412] });
    await becomeInstructor(page, `stale-hours-${javaScriptEnabled}@example.test`);
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

test("What is sent twice at once makes one profile, and what is wrong writes nothing", async () => {
  const { page, leave } = await open();
  await signUpToTeach(page, "twice@example.test");
  const headers = { Origin: new URL(page.url()).origin };
  const post = async (form: Record<string, string>) => {
    const path = "/teach/onboarding";
    return (await page.request.post(path, { form, headers, maxRedirects: 0 })).status();
  };
  const about = { step: "about", bio: BIO, years_experience: "7", timezone: "America/New_York" };
  const whole = { ...about, minimum_notice_hours: "3", buffer_minutes: "15" };
  const answers = await Promise.all([post(whole), post(whole)]);
  expect(answers).toContain(302);
  expect(answers.every((status) => status === 302 || status === 409)).toBe(true);
  expect(await post(whole)).toBe(302);

  const read = async () => (await page.request.get("/api/instructors/me")).json();
  const before = await read();
  expect(before).toMatchObject({ bio: BIO, areas: [], offerings: [], buffer_minutes: 15 });
  expect(await post({ ...whole, bio: "Another one, good enough.", buffer_minutes: "61" })).toBe(
    422,
  );
  expect(await post({ step: "areas", areas: "atlantis" })).toBe(422);
  const offering = { step: "services", rate: "60", durations: "60", location_types: "neutral" };
  expect(await post({ ...offering, description: "", service: "no-such-service" })).toBe(422);
  expect(await post({ ...offering, description: "", service: "piano", rate: "NaN" })).toBe(422);
  expect(await post({ step: "hours", day1_0_from: "17:00", day1_0_to: "09:00" })).toBe(422);
  expect(await post({ step: "nothing" })).toBe(400);
  expect(await read()).toEqual(before);

  expect(await post({ ...offering, description: "", service: "piano" })).toBe(302);
  expect(await post({ ...offering, description: "", service: "piano", rate: "70" })).toBe(409);
  expect(await read()).toMatchObject({ offerings: [{ hourly_rate_cents: 6000 }] });
  await leave();
});

test("Every step of becoming an instructor is accessible, quiet and fits a phone", async () => {
  const { page, leave } = await open();
  await signUpToTeach(page, "good-steps@example.test");
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
