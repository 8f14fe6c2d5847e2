import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { expectDone, launchBrowser } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import { signUp } from "./own-account.ts";
import { bookThursday, openAsTeacher } from "./teacher.ts";

const open = await launchBrowser();
const PATH = "/account/integrations";

interface Received {
  headers: IncomingMessage["headers"];
  body: string;
}

/** A receiver on this machine. */
async function startReceiver() {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body });
    response.end("thanks");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test.for([true, false])(
  "A key is shown once, reads until it is ended, and what is wrong with its form is told (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [422] });
    await signUp(page, `keys-${javaScriptEnabled}@example.test`);
    await page.goto(PATH);
    await page.getByRole("button", { name: "Make a key" }).click();
    await page.getByRole("alert").getByText("Give the key a name.").waitFor();
    await page.getByLabel("Name of the new key").fill("My website");
    await page.getByLabel("Read my lessons").check();
    await page.getByRole("button", { name: "Make a key" }).click();
    await page.getByRole("heading", { name: "Copy this key now" }).waitFor();
    // Told before the page is read anew.
    await expect.poll(() => page.getByLabel("Name of the new key").inputValue()).toBe("");
    if (javaScriptEnabled) await expectGoodPage(page);
    const key = (await page.getByText(/^ik_live_[\w-]{20,}$/).textContent()) ?? "";
    const { origin } = new URL(page.url());
    const headers = { authorization: `Bearer ${key}` };
    const read = async () => (await fetch(`${origin}/api/bookings`, { headers })).status;
    expect(await read()).toBe(200);
    await page.goto(PATH);
    expect(await page.getByText(key).count()).toBe(0);
    await page.getByRole("button", { name: "End key My website" }).click();
    await expectDone(page, "does not work any more");
    expect(await read()).toBe(401);
    await leave();
  },
);

test.for([true, false])(
  "A webhook is added, told of a booking under its secret, sent to again, and removed (scripts: %s)",
  async (javaScriptEnabled) => {
    const receiver = await startReceiver();
    const teacher = await openAsTeacher(open, `hooks-${javaScriptEnabled}`, {
      javaScriptEnabled,
      refusals: [422],
    });
    const { page, leave } = teacher;
    await page.goto(PATH);
    await page.getByLabel("Address of the new webhook").fill("https://10.0.0.1/");
    await page.getByRole("button", { name: "Add the webhook" }).click();
    await page.getByRole("alert").getByText("The address must be a public host name.").waitFor();
    await page.getByLabel("Address of the new webhook").fill(receiver.url);
    await page.getByRole("button", { name: "Add the webhook" }).click();
    await page.getByRole("heading", { name: "Copy this secret now" }).waitFor();
    const secret = (await page.getByText(/^whsec_[0-9a-f]{64}$/).textContent()) ?? "";
    if (javaScriptEnabled) await expectGoodPage(page);

    await bookThursday(open, teacher);
    await expect.poll(() => receiver.received.length).toBe(1);
    const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
    const [, seconds, signature] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["webhook-signature"])) ?? [];
    const expected = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
    expect(signature).toBe(expected);
    expect(JSON.parse(body)).toMatchObject({ id: headers["webhook-id"], type: "booking.created" });

    await page.goto(PATH);
    await page.getByRole("link", { name: "What was sent, and settings" }).click();
    const delivered = page.getByText("Delivered");
    await page.waitForURL((url) => url.pathname !== PATH);
    await expect.poll(async () => await page.reload().then(() => delivered.count())).toBe(1);
    if (javaScriptEnabled) await expectGoodPage(page);
    await page.getByRole("button", { name: /^Send again ?: Booked$/ }).click();
    await expectDone(page, "sent again");
    await expect.poll(() => receiver.received.length).toBe(2);
    expect(receiver.received[1]?.headers["webhook-id"]).toBe(headers["webhook-id"]);

    await page.getByRole("button", { name: "Remove the webhook" }).click();
    await expectDone(page, "Nothing more is sent to it.");
    await leave();
    receiver.stop();
  },
);
