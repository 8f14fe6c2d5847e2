import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { expect, test } from "vitest";
import { DomainError } from "../../../worker/domain/errors.ts";
import { loader } from "./export.ts";

/** Just before midnight in New York, which is the next day already elsewhere. */
const NOW = Date.parse("2026-12-02T04:59:59Z");

function ask(exportOwn: () => Promise<object>): LoaderFunctionArgs {
  const actor = { timezone: "America/New_York", permissions: [] };
  const context = { findActor: async () => actor, now: NOW, services: { privacy: { exportOwn } } };
  const request = new Request("https://site.test/account/privacy/export");
  return { request, params: {}, context } as unknown as LoaderFunctionArgs;
}

test("The download is a file with the person's own date in its name", async () => {
  const answer = await loader(ask(async () => ({ account: { email: "wren@example.test" } })));
  expect(answer.headers.get("content-disposition")).toBe(
    'attachment; filename="instainstru-2026-12-01.json"',
  );
  expect(await answer.json()).toEqual({ account: { email: "wren@example.test" } });
});

test("Whoever logged in a while ago is asked for the password, and led back to the download", async () => {
  const answer = await loader(
    ask(async () => {
      throw new DomainError("fresh_sign_in_required");
    }),
  );
  expect(answer.status).toBe(302);
  const location = new URL(answer.headers.get("location") ?? "", "https://site.test");
  expect(location.pathname).toBe("/account/confirm");
  expect(location.searchParams.get("next")).toBe("/account/privacy?done=confirmed#download");
});

test("Any other refusal is not taken for a question of the password", async () => {
  const refused = loader(
    ask(async () => {
      throw new DomainError("forbidden");
    }),
  );
  await expect(refused).rejects.toMatchObject({ status: 403 });
});
