import { expect, test, vi } from "vitest";
import { readLocalConfig } from "./serve.ts";

test("a local run is of int, whatever tier the surroundings name", () => {
  vi.stubEnv("CLOUDFLARE_ENV", "prod");
  expect(readLocalConfig()).toMatchObject({ name: "instainstru", vars: { TIER: "int" } });
  vi.unstubAllEnvs();
});
