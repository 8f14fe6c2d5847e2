import { expect, test } from "vitest";
import routes from "../app/routes.ts";
import { assertPagesGuarded } from "../worker/http/page-access.ts";

test("Every page declares who may open it", async () => {
  const files = ["root.tsx", ...routes.map(({ file }) => file)];
  const built = await Promise.all(
    files.map(
      async (file) =>
        [file, { module: await import(/* @vite-ignore */ `../app/${file}`) }] as const,
    ),
  );
  expect(built.length).toBeGreaterThan(10);
  expect(() => assertPagesGuarded(Object.fromEntries(built))).not.toThrow();
});
