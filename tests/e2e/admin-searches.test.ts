import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { launchBrowser, PHONE, textOf, type Visitor, type VisitorOptions } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import { logInAsAdmin } from "./own-account.ts";
import { quietDates } from "./searches.ts";

const PATH = "/admin/analytics/search";
const { from, to } = quietDates(Date.now());

const open = await launchBrowser();

async function openAsAdmin(options?: VisitorOptions): Promise<Visitor> {
  return await logInAsAdmin(await open(options));
}

const paramsOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

const figure = (page: Page, label: string) =>
  textOf(page.locator("dl > div").filter({ has: page.getByText(label, { exact: true }) }));

test.for([true, false])(
  "An admin chooses dates, which stay in the address, and sees what was searched on them (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await openAsAdmin({ javaScriptEnabled, viewport: PHONE });
    await page.goto(PATH);
    await page.getByRole("link", { name: "90 days" }).click();
    await page.waitForURL(`**${PATH}?days=90`);
    // The page follows its address, and the fields of other dates are other fields.
    await page.getByRole("link", { name: "90 days" }).and(page.locator("[aria-current]")).waitFor();
    await page.getByLabel("From", { exact: true }).fill(from);
    await page.getByLabel("To", { exact: true }).fill(to);
    await page.getByRole("button", { name: "Show these dates" }).click();
    await page.waitForURL(`**${PATH}?from=${from}&to=${to}`);
    expect(paramsOf(page)).toEqual({ from, to });
    await expect
      .poll(() => figure(page, "Searches"))
      .toBe("Searches6+100 % against the dates before");
    await page.reload();
    expect(await page.getByLabel("From", { exact: true }).inputValue()).toBe(from);
    expect(await figure(page, "Guests")).toBe("Guests4+33.3 % against the dates before");
    expect(await figure(page, "Without results")).toBe(
      "Without results16.7 %0 % on the dates before",
    );
    const nothing = page.getByRole("region", { name: "Found nothing" }).getByRole("table");
    expect(await textOf(nothing)).toMatch(/piano under \$11(up to \$\d+|online|the same words)/);
    const funnel = page.getByRole("region", { name: "From search to lesson" }).getByRole("table");
    expect(await textOf(funnel)).toContain("Opened a profile116.7 %16.7 %");
    await leave();
  },
);

test("Every picture of numbers has its table, with a row for every date", async () => {
  const { page, leave } = await openAsAdmin({ javaScriptEnabled: false });
  await page.goto(`${PATH}?from=${from}&to=${to}`);
  const pictures = page.getByRole("figure").filter({ has: page.locator("svg[role=img]") });
  expect(await pictures.count()).toBe(await page.locator("main svg[role=img]").count());
  for (const picture of await pictures.all()) {
    await picture.getByText("Show as a table").click();
    expect(await picture.getByRole("table").isVisible()).toBe(true);
  }
  const days = page.getByRole("region", { name: "By date" }).getByRole("row");
  expect((await Promise.all((await days.all()).map(textOf))).map((text) => text.at(-1))).toEqual([
    "s",
    "4",
    "0",
    "2",
  ]);
  await leave();
});

test.for([true, false])(
  "The numbers are taken along as a file for a spreadsheet (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await openAsAdmin({ javaScriptEnabled });
    await page.goto(`${PATH}?from=${from}&to=${to}`);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Searched most (CSV)" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`popular-searches-${from}-${to}.csv`);
    expect(await readFile(await file.path(), "utf8")).toBe(
      "query,search_count,unique_users,average_results\r\npiano,3,0,12\r\nviolin,2,0,4\r\npiano under $1,1,0,0\r\n",
    );
    await leave();
  },
);

test("What is known of a service is told in numbers, and what is not is said to be so", async () => {
  const { page, leave } = await openAsAdmin();
  await page.goto(PATH);
  const services = page.getByRole("region", { name: "Services" }).getByRole("table");
  const cellsOf = async (name: string) => {
    const row = services.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
    return await Promise.all((await row.locator("th, td").all()).map(textOf));
  };
  expect(await cellsOf("Violin")).toEqual(
    ["Violin", "100", "× 3.29, trending", "14", "28", "25 %", "28.6 %", "3", "14", "1"].concat([
      "$50",
      "$40 to $60.50",
      "1 h",
      "Tue, 17:00",
      "75 %",
    ]),
  );
  const unknown = Array<string>(5).fill("not known");
  expect(await cellsOf("Harp")).toEqual(
    ["Harp", "0", "not known", "0", "0", "not known", "not known", "0", "0", "not known"].concat(
      unknown,
    ),
  );
  await page.goto("/services");
  const music = page.getByRole("region", { name: "Music" }).getByRole("link");
  expect(await textOf(music.first())).toContain("Violin");
  await leave();
});

test("Dates that cannot be are told at their field, on a page that is as good as with others", async () => {
  const { page, leave } = await openAsAdmin();
  await page.goto(`${PATH}?from=${to}&to=${from}`);
  await page.getByText("Choose dates in order").first().waitFor();
  expect(await page.getByLabel("From", { exact: true }).getAttribute("aria-invalid")).toBe("true");
  await page.goto(`${PATH}?from=${from}&to=${to}`);
  await page.getByText("Show as a table").first().click();
  await expectGoodPage(page);
  await page.goto(`${PATH}?from=1999-01-01&to=1999-01-02`);
  await page.getByText("No searches on these dates").waitFor();
  expect(await page.getByText(/NaN|Infinity|undefined/).count()).toBe(0);
  await leave();
}, 120_000);
