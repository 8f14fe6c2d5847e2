import { expect, test } from "vitest";
import { assertPagesGuarded, type PageAccess } from "./page-access.ts";

const guarded = (access: PageAccess) => Object.assign(() => null, { access });
const open = () => null;
const Component = () => null;

test("A build whose loaders and actions all declare their access passes", () => {
  const routes = {
    root: { module: { loader: guarded("public"), default: Component } },
    "routes/users": { module: { loader: guarded("view_all_users"), action: guarded("signed_in") } },
    "routes/file": { module: { loader: guarded("public") } },
    "routes/gone": undefined,
  };
  expect(() => assertPagesGuarded(routes)).not.toThrow();
});

test.for([
  ["a loader without access", { loader: open, default: Component }, "loader"],
  ["an action without access", { loader: guarded("public"), action: open }, "action"],
  ["a component without a loader", { default: Component }, "loader"],
] as const)("A build with %s is refused, naming the route", ([, module, part]) => {
  const routes = {
    root: { module: { loader: guarded("public") } },
    "routes/leak": { module },
  };
  expect(() => assertPagesGuarded(routes)).toThrow(`routes/leak (${part})`);
  expect(() => assertPagesGuarded(routes)).not.toThrow("root");
});
