import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Hands } from "./journey.ts";

const MOST_TABS = 400;

/** Hands that know Tab, Enter, Space and letters only, and that must see where the focus is. */
export function keyboardOf(page: Page): Hands {
  return {
    press: async (control) => {
      await tabTo(page, control);
      await page.keyboard.press("Enter");
    },
    tick: async (control) => {
      await tabTo(page, control);
      await page.keyboard.press("Space");
    },
    type: async (field, text) => {
      await tabTo(page, field);
      await page.keyboard.type(text);
    },
  };
}

/** Presses Tab until the focus is on the control, and sees an outline around it. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press("Tab");
    if (await control.evaluate((element) => element === document.activeElement)) {
      const outline = await control.evaluate((element) => getComputedStyle(element).outlineStyle);
      expect(outline).not.toBe("none");
      return;
    }
  }
  throw new Error(`Tab never reaches ${control}.`);
}
