import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ROOT } from "./command.ts";

test("no other file of the project calls for a database at Cloudflare or names one", () => {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  })
    .trim()
    .split("\n");
  const isDoor = (file: string) =>
    /^(db|tests)\/tiers\/|^scripts\/(db|db-table|deploy|only-door)\.test\.ts$|^wrangler\.toml$|^docs\/|\.md$/.test(
      file,
    );
  const suspects = files.filter((file) => !isDoor(file) && existsSync(`${ROOT}${file}`));
  const found = suspects.filter((file) =>
    /wrangler["',\s[]+d1\b|\bd1["',\s[]+(execute|export|migrations|time-travel|delete|insights)\b|instainstru-(stg|prod)\b/.test(
      readFileSync(`${ROOT}${file}`, "utf8"),
    ),
  );
  expect(found).toEqual([]);
  expect(suspects.length).toBeGreaterThan(200);
});
