import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { DESKTOP, PHONE, untilIdle } from "./browser.ts";

/** Finds nothing against the page in either size and either light, nor anything beside a phone. */
export async function expectGoodPage(page: Page): Promise<void> {
  const found: string[] = [];
  await untilIdle(page);
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    // The element itself would come out of the browser without its properties.
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > viewport.width) found.push(`${width} px wide on ${viewport.width}`);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await settle(page);
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ resultTypes: ["violations"] })
        .analyze();
      for (const { id, nodes } of violations) {
        const where = nodes
          .map(({ target, failureSummary }) => `${target.join(" ")} ${failureSummary}`)
          .join(", ");
        found.push(`${id}, ${viewport.width} px, ${colorScheme}: ${where}`);
      }
    }
  }
  expect(found, page.url()).toEqual([]);
}

/** Waits until everything is painted, and no colour is on its way to another. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What the browser leaves out while it is off the screen keeps the colours it had before.
    const leftOut = [...document.querySelectorAll("section")].filter(
      (section) => getComputedStyle(section).contentVisibility === "auto",
    );
    for (const section of leftOut) section.style.contentVisibility = "visible";
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null)));
  });
}
