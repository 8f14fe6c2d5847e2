import type { Page } from "playwright-core";
import { expect } from "vitest";

/** The path, with its token, of the link in the newest mail to an address with this subject. */
export async function findMailedPath(page: Page, email: string, subject: string): Promise<string> {
  let path = "";
  await expect
    .poll(
      async () => {
        const mail = await page
          .goto(`/dev/mailbox?to=${encodeURIComponent(email)}`)
          .then(() => page.getByRole("article").filter({ hasText: subject }).first());
        if ((await mail.count()) === 0) return "";
        const link = /https?:\/\/\S+?(\/[\w-]+\?token=[\w%.-]+)/.exec(
          (await mail.textContent()) ?? "",
        );
        path = link?.[1] ?? "";
        return path;
      },
      { interval: 500 },
    )
    .not.toBe("");
  return path;
}
