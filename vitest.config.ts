import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import routes from "./app/routes.ts";

/** No test measures time: this only ends one that hangs, also on a machine with much to do. */
const TIMEOUT_MS = 30_000;

/** As little does any wait for what comes by itself: by a queue, or on a page. */
const PATIENTLY = { poll: { timeout: 20_000 } };

/**
 * Three kinds of test: `pure` (no runtime at all, milliseconds), `worker` (inside workerd with real
 * D1, KV and queues) and `e2e` (the built site in a browser, served as `npm start` serves it).
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "pure",
          testTimeout: TIMEOUT_MS,
          include: ["{worker,db,app,scripts,tests}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.worker.test.ts", "tests/e2e/**"],
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            main: "./tests/worker.ts",
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations("migrations"),
                TEST_PAGES: routes.map(({ path = "", file }) => ({ path, file })),
              },
            },
          })),
        ],
        test: {
          name: "worker",
          testTimeout: TIMEOUT_MS,
          expect: PATIENTLY,
          include: ["{worker,db,tests}/**/*.worker.test.ts"],
          setupFiles: ["./tests/apply-migrations.ts"],
          // Without it the CommonJS build of Remix fails inside workerd.
          deps: { optimizer: { ssr: { enabled: true, include: ["@remix-run/cloudflare"] } } },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/e2e/setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: PATIENTLY,
          fileParallelism: false,
        },
      },
    ],
  },
});
