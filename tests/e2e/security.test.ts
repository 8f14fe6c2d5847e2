import { readdir, readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { DEMO_EMAILS, DEMO_PASSWORD } from "../../db/seed/demo.ts";
import { ROOT } from "../../scripts/command.ts";
import { SETTING_NAMES } from "../../worker/env.ts";
import { PAGES } from "../matrix/page-rows.ts";
import { launchBrowser } from "./browser.ts";

const open = await launchBrowser();
const siteUrl = inject("siteUrl");

const FORM = "application/x-www-form-urlencoded";

/** Every page by a path of it, and whether it has a form. */
const PLACES = PAGES.trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/))
  .map(([path = "", , send]) => ({
    path: path.replaceAll(/\/:\w+\?/g, "").replaceAll(/:\w+|\*/g, "none"),
    hasForm: send !== "-",
  }))
  .filter(({ path }) => path.startsWith("/"));

async function cookieOf(email: string): Promise<string> {
  const answer = await fetch(`${siteUrl}/api/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

/** Scripts of an attacker who got some of their text into a page unescaped. */
async function injectScripts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const inline = document.createElement("script");
    inline.textContent = "window.hit = 'inline'";
    const foreign = document.createElement("script");
    foreign.src = "data:text/javascript,window.hit='data'";
    const image = document.createElement("img");
    image.setAttribute("onerror", "window.hit = 'handler'");
    image.src = "data:image/png,broken";
    const link = document.createElement("a");
    link.href = "javascript:void(window.hit='link')";
    for (const element of [inline, foreign, image, link]) document.body.appendChild(element);
    link.click();
  });
}

/** The sign-in page with a script among its markup, with its policy or without. */
async function openInjected(page: Page, hasPolicy: boolean): Promise<void> {
  await page.route(
    (url) => url.search === "?injected",
    async (route) => {
      const answer = await route.fetch();
      const html = await answer.text();
      const body = html.replace("</main>", "<script>window.hit = 'markup'</script></main>");
      expect(body).not.toBe(html);
      const { "content-security-policy": policy, ...rest } = answer.headers();
      const headers = hasPolicy && policy ? { ...rest, "content-security-policy": policy } : rest;
      await route.fulfill({ response: answer, headers, body });
    },
  );
  await page.goto("/login?injected");
  await injectScripts(page);
}

const wasHit = (page: Page) => page.evaluate(() => "hit" in window);

test("A script that was got into a page does not run, and the browser says why", async () => {
  const { page } = await open();
  const breaches: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) breaches.push(message.text());
  });
  await openInjected(page, true);
  await expect.poll(() => breaches.length).toBeGreaterThanOrEqual(5);
  expect(await wasHit(page)).toBe(false);
  await page.context().close();
});

test("The same scripts would run but for the policy", async () => {
  const { page } = await open();
  await openInjected(page, false);
  await expect.poll(() => wasHit(page)).toBe(true);
  await page.context().close();
});

test("No page lets itself be kept by a cache that many share, or be framed", async () => {
  const cookie = await cookieOf(DEMO_EMAILS.admin);
  const kept = new Set<string>();
  for (const { path } of PLACES) {
    for (const headers of [undefined, { cookie }]) {
      const answer = await fetch(`${siteUrl}${path}`, {
        redirect: "manual",
        ...(headers && { headers }),
      });
      await answer.arrayBuffer();
      const cache = answer.headers.get("cache-control") ?? "";
      expect([path, answer.status < 500]).toEqual([path, true]);
      if (cache !== "private, no-store") kept.add(`${path} ${cache}`);
      if (cache.includes("public")) expect(answer.headers.getSetCookie()).toEqual([]);
      const frames = path === "/dev/mailbox/none/html" ? "SAMEORIGIN" : "DENY";
      expect([path, answer.headers.get("x-frame-options")]).toEqual([path, frames]);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    }
  }
  const expected =
    /^\/(robots\.txt|llms\.txt|sitemap[\w-]*\.xml|md\/\w+|offline) public, max-age=\d+$/;
  expect([...kept].filter((line) => !expected.test(line))).toEqual([]);
  expect(PLACES.length).toBeGreaterThan(40);
});

test("Files that are served without a look at them are taken for nothing else either", async () => {
  for (const path of ["/favicon.svg", "/sw.js", "/widget.js", "/manifest.webmanifest"]) {
    const { status, headers } = await fetch(siteUrl + path);
    const told = ["x-content-type-options", "referrer-policy"].map((name) => headers.get(name));
    expect([path, status, ...told]).toEqual([
      path,
      200,
      "nosniff",
      "strict-origin-when-cross-origin",
    ]);
  }
});

test("No form can be sent from another site, as a page or as data, whoever is signed in", async () => {
  const cookie = await cookieOf(DEMO_EMAILS.admin);
  const forms = PLACES.filter(({ hasForm }) => hasForm);
  expect(forms.length).toBeGreaterThan(25);
  for (const { path } of forms) {
    for (const address of [path, path === "/" ? "/_root.data?index" : `${path}.data`]) {
      for (const site of [{ origin: "https://evil.test" }, { "sec-fetch-site": "cross-site" }]) {
        const answer = await fetch(`${siteUrl}${address}`, {
          method: "POST",
          redirect: "manual",
          headers: { ...site, cookie, "content-type": FORM },
          body: "a=b",
        } as RequestInit);
        expect([address, answer.status]).toEqual([address, 403]);
        expect(await answer.json()).toMatchObject({ code: "csrf" });
      }
    }
  }
  expect((await fetch(`${siteUrl}/api/auth/me`, { headers: { cookie } })).status).toBe(200);
});

test("No form fails on what somebody makes up: it is refused, or told what is wrong", async () => {
  const cookie = await cookieOf(DEMO_EMAILS.admin);
  const bodies: [type: string, body: string][] = [
    ["text/plain", "x"],
    ["application/json", "{}"],
    ["multipart/form-data", "x"],
    ["multipart/form-data; boundary=x", "--x\r\nbroken"],
    [FORM, ""],
    [FORM, "%"],
    [FORM, "%00=%00&intent=%00&id=%ff&next=%ed%a0%80"],
    [
      FORM,
      "__proto__=1&constructor=2&toString=3&intent=__proto__&change=constructor&step=toString",
    ],
    [FORM, `intent=${"x".repeat(30_000)}`],
    [FORM, Array.from({ length: 3000 }, (_, index) => `k${index}=v`).join("&")],
  ];
  for (const { path } of PLACES.filter(({ hasForm }) => hasForm)) {
    // Ends what the others are tried with.
    if (path === "/logout") continue;
    for (const [type, body] of bodies) {
      const answer = await fetch(`${siteUrl}${path}`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie, "content-type": type },
        body,
      });
      await answer.arrayBuffer();
      const name = [path, type, body.slice(0, 20)];
      expect([...name, answer.status >= 500]).toEqual([...name, false]);
    }
  }
}, 180_000);

test("What is built for browsers names no secret setting, and no map of the sources", async () => {
  const folder = `${ROOT}build/client`;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const secrets = SETTING_NAMES.filter((name) => /KEY|SECRET|TOKEN/.test(name));
  expect(secrets.length).toBeGreaterThan(2);
  for (const { parentPath, name } of files) {
    expect(name).not.toMatch(/\.map$|\.env|\.dev\.vars/);
    if (!/\.(js|css|html|webmanifest)$/.test(name)) continue;
    const text = await readFile(`${parentPath}/${name}`, "utf8");
    expect([name, secrets.filter((secret) => text.includes(secret))]).toEqual([name, []]);
    expect([name, /scrypt\$\d|password_hash|token_hash|sourceMappingURL/.test(text)]).toEqual([
      name,
      false,
    ]);
  }
  expect(files.length).toBeGreaterThan(30);
});
