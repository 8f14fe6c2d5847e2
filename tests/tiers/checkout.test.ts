import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { toUndeployed } from "./checkout.ts";

test("the tests of the commands see the same wrangler.toml before and after the ids are put in", () => {
  const before = readFileSync("wrangler.toml", "utf8");
  const live = before.slice(before.indexOf("[env.stg]"));
  const deployed = live
    .replaceAll(/id = ".*"/g, 'id = "c3b2a190-1e4d"')
    .replaceAll(/SITE_URL = ".*"/g, 'SITE_URL = "https://lessons.invalid"');
  const after = before.replace(live, deployed);
  expect(after).not.toBe(before);
  expect(toUndeployed(after)).toBe(toUndeployed(before));
  expect(toUndeployed(after)).toContain('database_id = "00000000-0000-0000-0000-000000000003"');
  expect(toUndeployed(after)).toContain('SITE_URL = "https://stg.instainstru.example"');
});
