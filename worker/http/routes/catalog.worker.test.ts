import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../../db/client.ts";
import { createInstructorRepository } from "../../../db/repositories/instructors.ts";
import catalogJson from "../../../db/seed/data/catalog.json" with { type: "json" };
import { catalog } from "../../../db/seed/facts.ts";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import { createInstructor } from "../../../tests/factories.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";
import { createCatalogService } from "../../services/catalog.ts";
import { createListingStore } from "../../services/listings.ts";

interface SupplyJson {
  slug: string;
  category: string;
  instructor_count: number;
  min_hourly_rate_cents: number | null;
  max_hourly_rate_cents: number | null;
}

const api = createTestApi({ now: "2026-12-01T15:00:00Z" });

async function supplyOf(slug: string): Promise<SupplyJson> {
  const { json } = await api.get("/api/services/catalog/all-with-instructors");
  return json.items.find((item: SupplyJson) => item.slug === slug);
}

test("there are seven categories, in display order", async () => {
  const { status, json } = await api.get("/api/services/categories");
  expect(status).toBe(200);
  expect(json).toEqual({ items: catalogJson.categories });
  expect(json.items).toHaveLength(7);
  const orders = json.items.map((item: { display_order: number }) => item.display_order);
  expect(orders).toEqual([...orders].sort((a, b) => a - b));
});

test("there are 307 services, each as the catalog has it", async () => {
  const { json } = await api.get("/api/services/catalog");
  expect(json.items).toHaveLength(307);
  expect(json.items.map(({ slug }: { slug: string }) => slug)).toEqual(
    catalogJson.services.map(({ slug }) => slug),
  );
  const piano = catalogJson.services.find(({ slug }) => slug === "piano");
  expect(json.items.find(({ slug }: { slug: string }) => slug === "piano")).toEqual({
    slug: "piano",
    name: "Piano",
    category: "music",
    aliases: piano?.aliases,
    online_capable: piano?.online_capable,
    requires_certification: piano?.requires_certification,
  });
});

test("the services of each category are its own, and together they are all", async () => {
  let total = 0;
  for (const { slug } of catalogJson.categories) {
    const { json } = await api.get(`/api/services/catalog?category=${slug}`);
    const categories = json.items.map(({ category }: SupplyJson) => category);
    expect(new Set(categories)).toEqual(new Set([slug]));
    total += json.items.length;
  }
  expect(total).toBe(307);
});

test("a category that does not exist is 404, and an empty or repeated one is refused", async () => {
  expect((await api.get("/api/services/catalog?category=sorcery")).json.code).toBe("not_found");
  expect((await api.get("/api/services/catalog?category=Music")).status).toBe(404);
  for (const [query, code] of [
    ["category=", "invalid_parameter"],
    ["category=music&category=music", "invalid_parameter"],
    ["categories=music", "unknown_parameter"],
  ]) {
    const { status, json } = await api.get(`/api/services/catalog?${query}`);
    expect([query, status, json.code]).toEqual([query, 400, code]);
  }
});

test("the facts of the catalog are answered without the database", async () => {
  const watched = watchDatabase(env.DB);
  const counting = createTestApi({ now: "2026-12-01T15:00:00Z", bindings: { DB: watched.db } });
  await counting.get("/api/services/categories");
  await counting.get("/api/services/catalog");
  expect(watched.batches).toEqual([]);
  await counting.get("/api/services/catalog/all-with-instructors");
  expect(watched.batches).toHaveLength(1);
});

test("who teaches a service counts active instructors and offerings, and so do their rates", async () => {
  const service = "cello";
  expect(await supplyOf(service)).toMatchObject({
    instructor_count: 0,
    min_hourly_rate_cents: null,
    max_hourly_rate_cents: null,
  });
  await createInstructor({ service, hourlyRateCents: 5000 });
  await createInstructor({ service, hourlyRateCents: 9000 });
  await createInstructor({ service, hourlyRateCents: 7000 });
  await createInstructor({ service, hourlyRateCents: 1000, status: "suspended" });
  await createInstructor({ service, hourlyRateCents: 20_000, status: "deactivated" });
  await createInstructor({ service, hourlyRateCents: 30_000, isOfferingActive: false });
  const known = catalogJson.services.find(({ slug }) => slug === service);
  expect(await supplyOf(service)).toEqual({
    slug: service,
    name: known?.name,
    category: "music",
    online_capable: known?.online_capable,
    requires_certification: known?.requires_certification,
    instructor_count: 3,
    min_hourly_rate_cents: 5000,
    max_hourly_rate_cents: 9000,
  });
});

test("every service is there, taught or not", async () => {
  const { json } = await api.get("/api/services/catalog/all-with-instructors");
  expect(json.items.map(({ slug }: SupplyJson) => slug)).toEqual(
    catalogJson.services.map(({ slug }) => slug),
  );
});

test("the top of a category is what most teach, then display order, seven unless asked for", async () => {
  const music = catalogJson.services.filter(({ category }) => category === "music");
  const late = music.at(-1)?.slug ?? "";
  const last = music.at(-2)?.slug ?? "";
  for (const service of [late, late, last]) await createInstructor({ service });
  const topsOf = async (query = "") => {
    const { json } = await api.get(`/api/services/catalog/top-per-category${query}`);
    expect(json.items.map(({ slug }: { slug: string }) => slug)).toEqual(
      catalogJson.categories.map(({ slug }) => slug),
    );
    const found = json.items.find(({ slug }: { slug: string }) => slug === "music");
    return found.services.map(({ slug }: SupplyJson) => slug);
  };
  const seven = await topsOf();
  expect(seven).toHaveLength(7);
  expect(seven.indexOf(late)).toBeLessThan(seven.indexOf(last));
  const counts = await Promise.all(seven.map(async (slug: string) => await supplyOf(slug)));
  const sizes = counts.map(({ instructor_count }) => instructor_count);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  const untaught = counts.filter(({ instructor_count }) => instructor_count === 0);
  const orderOf = (slug: string) => music.findIndex((service) => service.slug === slug);
  const positions = untaught.map(({ slug }) => orderOf(slug));
  expect(positions.length).toBeGreaterThan(1);
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
  expect(await topsOf("?limit=1")).toEqual(seven.slice(0, 1));
  expect(await topsOf("?limit=100")).toHaveLength(Math.min(100, music.length));
});

test("a limit is a whole number from 1 to 100", async () => {
  for (const limit of ["0", "101", "-1", "1.5", "all", "", "1e1"]) {
    const { status, json } = await api.get(`/api/services/catalog/top-per-category?limit=${limit}`);
    expect([limit, status, json.code]).toEqual([limit, 400, "invalid_parameter"]);
    expect(json.detail).toBe('"limit" must be a whole number from 1 to 100.');
  }
});

test("what was most wanted of late comes first in its category", async () => {
  const music = catalogJson.services.filter(({ category }) => category === "music");
  const wanted = [music.at(-3)?.slug ?? "", music.at(-4)?.slug ?? ""];
  for (const [index, slug] of wanted.entries()) {
    await query(
      `INSERT INTO service_metrics (service_slug, computed_at, searches_7d, searches_30d, viewed_30d,
         booked_30d, lessons_90d, completed_90d, closed_90d, instructors, weekly_minutes, demand_score)
       VALUES (?, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?)`,
      slug,
      90 - index,
    );
  }
  const { json } = await api.get("/api/services/catalog/top-per-category?limit=2");
  const found = json.items.find(({ slug }: { slug: string }) => slug === "music");
  expect(found.services.map(({ slug }: SupplyJson) => slug)).toEqual(wanted);
  const listed = await api.get("/api/services/catalog/all-with-instructors");
  const slugsOf = (category: string) =>
    listed.json.items.flatMap((one: SupplyJson) => (one.category === category ? one.slug : []));
  const rest = music.map(({ slug }) => slug).filter((slug) => !wanted.includes(slug));
  expect(slugsOf("music")).toEqual([...wanted, ...rest]);
  await query("DELETE FROM service_metrics");
});

test("pages may be a minute behind, the API never, and what the API has found pages know too", async () => {
  const listings = createListingStore();
  const catalogAt = (now: number) =>
    createCatalogService({
      catalog,
      instructors: createInstructorRepository(
        openDatabase(env.DB.withSession("first-primary"), noDatabaseUse()),
      ),
      store: listings,
      now,
    });
  const countOf = async (now: number, as: "now" | "lately") =>
    (await catalogAt(now).listSupply(as)).find(({ slug }) => slug === "clarinet")?.instructorCount;
  const before = (await countOf(0, "lately")) ?? 0;
  await createInstructor({ service: "clarinet" });
  expect(await countOf(59_999, "lately")).toBe(before);
  expect(await countOf(60_000, "lately")).toBe(before + 1);
  await createInstructor({ service: "clarinet" });
  expect(await countOf(60_001, "now")).toBe(before + 2);
  expect(await countOf(60_002, "lately")).toBe(before + 2);
});
