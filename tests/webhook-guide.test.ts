import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toSamples } from "../app/routes/developers/guide.ts";
import { postWebhook } from "../worker/platform/webhook-sender.ts";

const NOW = Date.parse("2026-12-01T15:00:00Z");
const SECRETS = ["whsec_new", "whsec_before"];
const BODY = JSON.stringify({ name: "Zoë" });

let folder = "";
/** The function as it is shown to be copied. */
let isGenuine: (signature: string, body: string, secret: string, now?: number) => boolean;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guide-"));
  const file = join(folder, "webhook.mts");
  await writeFile(file, toSamples("https://example.com", "x").webhook);
  ({ isGenuine } = await import(/* @vite-ignore */ pathToFileURL(file).href));
});

afterAll(() => rm(folder, { recursive: true }));

async function readSignature(): Promise<string> {
  let signature = "";
  const fetcher: typeof fetch = async (_, init) => {
    signature = new Headers(init?.headers).get("webhook-signature") ?? "";
    return new Response();
  };
  const request = { url: "https://example.com/", id: "x", body: BODY, secrets: SECRETS, now: NOW };
  await postWebhook(request, fetcher);
  return signature;
}

test("the guide's check of a webhook takes what is sent, by the secret of today and of before", async () => {
  const signature = await readSignature();
  for (const secret of SECRETS) expect(isGenuine(signature, BODY, secret, NOW)).toBe(true);
});

test("it refuses another secret, another body, another time and what is no signature", async () => {
  const signature = await readSignature();
  const secret = SECRETS[0] ?? "";
  const other = signature.replace(/^t=\d+/, `t=${NOW / 1000 + 1}`);
  expect([
    isGenuine(signature, BODY, "whsec_other", NOW),
    isGenuine(signature, `${BODY} `, secret, NOW),
    isGenuine(other, BODY, secret, NOW),
    isGenuine(signature, BODY, secret, NOW + 301_000),
    ...["", "t=,v1=", "v1=00", "t=x,v1=zz"].map((text) => isGenuine(text, BODY, secret, NOW)),
  ]).toEqual(Array(8).fill(false));
});
