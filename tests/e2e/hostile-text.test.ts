import type { APIRequestContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import { DEMO_EMAILS, DEMO_PASSWORD } from "../../db/seed/demo.ts";
import { launchBrowser } from "./browser.ts";
import { PASSWORD } from "./journey.ts";
import { openAsTeacher, THURSDAY } from "./teacher.ts";

const open = await launchBrowser();

/** Breaks out of an attribute, and then brings something that runs by itself. */
const SHORT = `'"><svg onload=hit=1>`;
const LONG = `${SHORT}</script></title></textarea><script>hit=1</script><img src=x onerror=hit=1> {{7*7}} \${7*7} <!--`;

/** Profiles refuse what looks like a tag; this leaves an attribute, a string and a template. */
const QUOTES = `'" onfocus=hit=1 autofocus x="\\";hit=1;// < {{7*7}} \${7*7} javascript:hit=1 &lt;svg onload=hit=1&gt;`;

/** What the text would become if any of it were taken for markup. */
const HARM = "svg[onload], img[src='x'], [onerror], [onfocus]";

/** Opens each page as whoever is signed in there, and as its data. */
async function expectHarmless(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    const answer = await page.goto(path);
    const html = (await answer?.text()) ?? "";
    expect([path, answer?.status()]).toEqual([path, 200]);
    const isMarkup = answer?.headers()["content-type"]?.startsWith("text/html");
    if (isMarkup)
      expect([path, /<svg onload|<script>hit|<img src=x/.test(html)]).toEqual([path, false]);
    expect([path, await page.locator(HARM).count()]).toEqual([path, 0]);
    expect([path, await page.evaluate(() => "hit" in window)]).toEqual([path, false]);
    // Such as would be left of a page whose markup was cut off.
    if (isMarkup) expect([path, await page.locator("body").count()]).toEqual([path, 1]);
  }
}

async function send(
  request: APIRequestContext,
  method: string,
  path: string,
  data: object,
): Promise<{ id: string }> {
  const answer = await request.fetch(path, { method, data });
  expect([path, answer.status(), (await answer.text()).slice(0, 300)]).toEqual([
    path,
    expect.toBeOneOf([200, 201, 204]),
    expect.anything(),
  ]);
  return answer.status() === 204 ? { id: "" } : await answer.json();
}

const NAMES = { first_name: SHORT, last_name: SHORT };

test("Markup in any text that people write stays text on every page that shows it", async () => {
  const teacher = await openAsTeacher(open, "hostile");
  const { request } = teacher.page;
  await send(request, "PATCH", "/api/auth/me", NAMES);
  await send(request, "PATCH", "/api/instructors/me", { bio: QUOTES });
  const profile = await (await request.get(`/api/instructors/${teacher.id}`)).json();
  const offeringId = profile.offerings[0].id;
  await send(request, "PATCH", `/api/instructors/me/offerings/${offeringId}`, {
    description: QUOTES,
  });
  await send(request, "POST", "/api/instructors/me/blackouts", {
    start_date: "2099-01-01",
    end_date: "2099-01-02",
    reason: LONG.slice(0, 100),
  });

  const student = await open();
  const account = { email: `hostile-student@example.test`, password: PASSWORD, ...NAMES };
  await send(student.page.request, "POST", "/api/auth/register", account);
  const book = (start: string) =>
    send(student.page.request, "POST", "/api/bookings", {
      instructor_id: teacher.id,
      offering_id: offeringId,
      date: THURSDAY,
      start_time: start,
      duration_minutes: 30,
      location_type: "online",
      student_note: LONG,
    });
  const [kept, cancelled] = [await book("09:00"), await book("10:00")];
  const reason = { reason: LONG };
  await send(student.page.request, "POST", `/api/bookings/${cancelled.id}/cancel`, reason);
  const query = encodeURIComponent(LONG.slice(0, 180));
  const lessons = [`/lessons/${kept.id}`, `/lessons/${cancelled.id}`];

  await expectHarmless(student.page, [
    `/search?q=${query}`,
    "/",
    "/account",
    "/account/privacy",
    "/lessons",
    "/lessons?when=cancelled",
    ...lessons,
    `/lessons/${kept.id}/cancel`,
    `/lessons/${kept.id}/reschedule`,
    `/instructors/${teacher.id}`,
    `/instructors/${teacher.id}/book`,
  ]);
  await expectHarmless(teacher.page, [
    "/teach",
    "/teach/profile",
    "/teach/offerings",
    `/teach/offerings/${offeringId}`,
    "/teach/bookings",
    "/teach/availability",
    ...lessons,
  ]);
  await student.leave();
  await teacher.leave();

  const guest = await open();
  await expect
    .poll(async () => {
      await guest.page.goto(`/dev/mailbox?to=${encodeURIComponent(teacher.email)}`);
      return await guest.page.getByRole("article").count();
    })
    .toBeGreaterThan(0);
  await expectHarmless(guest.page, [
    `/instructors/${teacher.id}`,
    `/search?q=${query}`,
    `/search?service=${query}`,
    `/services?q=${query}`,
    `/login?next=/${query}`,
    `/signup?next=/${query}`,
    `/dev/mailbox?to=${encodeURIComponent(teacher.email)}`,
    `/md/instructors/${teacher.id}`,
    `/md/search?q=${query}`,
  ]);
  await guest.leave();
}, 240_000);

test("Markup in an announcement, and in a search that admins read, stays text", async () => {
  const { page, leave } = await open();
  const credentials = { email: DEMO_EMAILS.admin, password: DEMO_PASSWORD };
  await send(page.request, "POST", "/api/auth/login", credentials);
  const announcement = {
    title: LONG.slice(0, 80),
    body: LONG,
    link_path: "/services",
    starts_at: "2020-01-01T00:00:00Z",
    ends_at: "2099-01-01T00:00:00Z",
  };
  const path = "/api/admin/announcements";
  const made = await send(page.request, "POST", path, announcement);
  const query = encodeURIComponent(SHORT);
  await expectHarmless(page, [
    "/",
    "/admin/announcements",
    `/admin/announcements/${made.id}`,
    `/admin/users?q=${query}`,
    "/admin/analytics/search",
  ]);
  for (const elsewhere of [
    "javascript:alert(1)",
    "//evil.test",
    "https://evil.test",
    "/\\evil.test",
  ]) {
    const data = { ...announcement, link_path: elsewhere };
    const answer = await page.request.put(`${path}/${made.id}`, { data });
    expect([elsewhere, answer.status()]).toEqual([elsewhere, 422]);
  }
  const over = { ...announcement, ends_at: "2020-01-02T00:00:00Z" };
  await send(page.request, "PUT", `${path}/${made.id}`, over);
  await leave();
});
