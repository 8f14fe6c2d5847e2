import { expect, test } from "vitest";
import { createTemplateFinder, listPageTemplates } from "./route-templates.ts";

test("pages are known by their templates, those within others by the whole of them", () => {
  const routes = {
    root: { path: "" },
    home: { parentId: "root" },
    search: { path: "search", parentId: "root" },
    admin: { path: "admin", parentId: "root" },
    user: { path: "users/:id", parentId: "admin" },
    rest: { path: "*", parentId: "root" },
  };
  expect(listPageTemplates(routes)).toEqual(["/", "/search", "/admin", "/admin/users/:id"]);
});

test("a path has the template that says most of it literally, and an unknown one none", () => {
  const find = createTemplateFinder(["/", "/api/people/:id", "/api/people/me", "/:any/:thing/me"]);
  expect(
    ["/", "", "/api/people/me", "/api/people/7", "/api/people/7/", "/a/b/me"].map(find),
  ).toEqual(["/", "/", "/api/people/me", "/api/people/:id", "/api/people/:id", "/:any/:thing/me"]);
  for (const path of ["/api", "/api/people", "/api/people/7/8", "/wp-login.php"]) {
    expect(find(path)).toBe("unmatched");
  }
});

test("a page's data counts as the page, and a part that may be missing is one template", () => {
  const find = createTemplateFinder(["/", "/lessons", "/lessons/:id/:move?"]);
  expect(
    ["/_root.data", "/lessons.data", "/lessons/7.data", "/lessons/7/cancel"].map(find),
  ).toEqual(["/", "/lessons", "/lessons/:id/:move?", "/lessons/:id/:move?"]);
});
