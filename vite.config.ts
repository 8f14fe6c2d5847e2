import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

declare module "@remix-run/cloudflare" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ command }) => ({
  plugins: [
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
        // Off on purpose: it opens the /__manifest endpoint, a known way to exhaust a server.
        v3_lazyRouteDiscovery: false,
      },
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
