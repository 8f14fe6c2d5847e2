import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { FUTURE_FLAGS } from "./app/future-flags.ts";

declare module "@remix-run/cloudflare" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ command }) => ({
  plugins: [
    tailwindcss(),
    remix({
      future: FUTURE_FLAGS,
    }),
  ],
  build: { target: "es2022", assetsInlineLimit: 0 },
  ssr:
    command === "build"
      ? {
          noExternal: true,
          target: "webworker",
          resolve: { conditions: ["workerd", "worker", "browser"] },
        }
      : {},
}));
