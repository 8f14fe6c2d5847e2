import type { InstructorRepository } from "../../db/repositories/instructors.ts";
import type { Catalog, Category, Service, ServiceSupply } from "../domain/catalog.ts";
import { DomainError } from "../domain/errors.ts";
import type { ListingStore } from "./listings.ts";

export interface CatalogService {
  listCategories(): Category[];
  /** All services in display order, or those of one category. Throws `not_found` for no such category. */
  listServices(categorySlug: string | null): Service[];
  findService(slug: string): Service | null;
  /** Per category the most wanted services, then those that most instructors teach, at most `limit`. */
  topPerCategory(
    limit: number,
    as?: Freshness,
  ): Promise<{ category: Category; services: ServiceSupply[] }[]>;
  /** Every service with who teaches it and for how much, in each category the most wanted first. */
  listSupply(as?: Freshness): Promise<ServiceSupply[]>;
}

/**
 * As it is now, or as it was within the last minute: pages that everybody opens count thousands of
 * offerings, and nobody can tell the difference.
 */
export type Freshness = "now" | "lately";

const LATELY_MS = 60_000;

/** The facts come from memory; only who teaches what is asked of the database. */
export function createCatalogService({
  catalog,
  instructors,
  store,
  now,
}: {
  catalog: Catalog;
  instructors: InstructorRepository;
  /** Lives as long as the isolate. */
  store: Pick<ListingStore, "supply">;
  now: number;
}): CatalogService {
  const listSupply = async (as: Freshness = "now") => {
    const known = store.supply;
    if (as === "lately" && known && now - known.loadedAt < LATELY_MS) return known.services;
    const services = await loadSupply();
    store.supply = { loadedAt: now, services };
    return services;
  };
  const loadSupply = async () => {
    const rows = await instructors.listSupply(catalog.services.map(({ slug }) => slug));
    const supplyOf = new Map(rows.map(({ slug, ...supply }) => [slug, supply]));
    const nobody = {
      instructorCount: 0,
      minHourlyRateCents: null,
      maxHourlyRateCents: null,
      demandScore: 0,
    };
    const services = catalog.services.map((service) => ({
      ...service,
      ...(supplyOf.get(service.slug) ?? nobody),
    }));
    // The sort is stable, so services that nobody looked for stay in display order.
    const wanted = services.toSorted((a, b) => b.demandScore - a.demandScore);
    const ofCategory = Map.groupBy(wanted, ({ category }) => category);
    return services.flatMap(({ category }) => ofCategory.get(category)?.shift() ?? []);
  };

  return {
    listSupply,
    listCategories: () => catalog.categories,
    listServices(categorySlug) {
      if (categorySlug === null) return catalog.services;
      if (!catalog.categories.some(({ slug }) => slug === categorySlug)) {
        throw new DomainError("not_found");
      }
      return catalog.services.filter(({ category }) => category === categorySlug);
    },
    findService: (slug) => catalog.services.find((service) => service.slug === slug) ?? null,
    async topPerCategory(limit, as) {
      const supply = await listSupply(as);
      return catalog.categories.map((category) => ({
        category,
        services: supply
          .filter((service) => service.category === category.slug)
          // The sort is stable, so services that are equal in both stay in display order.
          .sort((a, b) => b.demandScore - a.demandScore || b.instructorCount - a.instructorCount)
          .slice(0, limit),
      }));
    },
  };
}
