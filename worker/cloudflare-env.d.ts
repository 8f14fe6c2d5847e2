import type { D1Migration } from "@cloudflare/vitest-plugin";
import type { Bindings } from "./env.ts";

declare global {
  namespace Cloudflare {
    interface Env extends Bindings {
      /** Only in tests: the migrations to apply. */
      TEST_MIGRATIONS: D1Migration[];
      /** Only in tests: the pages, whose list cannot be read inside workerd. */
      TEST_PAGES: { path: string; file: string }[];
    }
  }
}
