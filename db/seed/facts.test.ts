import { expect, test } from "vitest";
import { PERMISSIONS } from "../../worker/domain/permission.ts";
import { areas, catalog, permissions, rolePermissions } from "./facts.ts";

test("the catalog has 7 categories and 307 services, each in one of them and named once", () => {
  const categorySlugs = catalog.categories.map(({ slug }) => slug);
  expect(categorySlugs).toHaveLength(7);
  expect(catalog.services).toHaveLength(307);
  expect(new Set(catalog.services.map(({ slug }) => slug)).size).toBe(307);
  expect(new Set(catalog.services.map(({ category }) => category))).toEqual(new Set(categorySlugs));
});

test("a word for several services names services that exist", () => {
  const slugs = catalog.services.map(({ slug }) => slug);
  for (const members of Object.values(catalog.groups)) {
    expect(slugs).toEqual(expect.arrayContaining(members));
  }
});

test("there are five boroughs, and every neighbourhood lies in one of them", () => {
  const boroughs = areas.filter(({ boroughSlug }) => boroughSlug === null);
  expect(boroughs.map(({ slug }) => slug)).toEqual([
    "manhattan",
    "brooklyn",
    "queens",
    "bronx",
    "staten-island",
  ]);
  for (const area of areas.filter(({ boroughSlug }) => boroughSlug)) {
    const borough = boroughs.find(({ slug }) => slug === area.boroughSlug);
    expect(borough?.name).toBe(area.borough);
  }
  expect(new Set(areas.map(({ slug }) => slug)).size).toBe(areas.length);
});

test("the permissions are those the code knows, and the admin role holds all of them", () => {
  expect(permissions.map(({ name }) => name)).toEqual([...PERMISSIONS]);
  expect(Object.keys(rolePermissions).sort()).toEqual(["admin", "instructor", "student"]);
  expect(new Set(rolePermissions.admin)).toEqual(new Set(PERMISSIONS));
  expect(PERMISSIONS).toEqual(expect.arrayContaining(rolePermissions.student));
  expect(PERMISSIONS).toEqual(expect.arrayContaining(rolePermissions.instructor));
});
