import type { InstructorRepository } from "../../db/repositories/instructors.ts";
import type { Catalog, Category, Service, ServiceSupply } from "../domain/catalog.ts";
import { DomainError } from "../domain/errors.ts";

export interface CatalogService {
  listCategories(): Category[];
  /** All services in display order, or those of one category. Throws `not_found` for no such category. */
  listServices(categorySlug: string | null): Service[];
  findService(slug: string): Service | null;
  /** Per category the most wanted services, then those that most instructors teach, at most `limit`. */
  topPerCategory(limit: number): Promise<{ category: Category; services: ServiceSupply[] }[]>;
  /** Every service with who teaches it and for how much. */
  listSupply(): Promise<ServiceSupply[]>;
}

/** The facts come from memory; only who teaches what is asked of the database. */
export function createCatalogService({
  catalog,
  instructors,
}: {
  catalog: Catalog;
  instructors: InstructorRepository;
}): CatalogService {
  const listSupply = async () => {
    const rows = await instructors.listSupply(catalog.services.map(({ slug }) => slug));
    const supplyOf = new Map(rows.map(({ slug, ...supply }) => [slug, supply]));
    const nobody = {
      instructorCount: 0,
      minHourlyRateCents: null,
      maxHourlyRateCents: null,
      demandScore: 0,
    };
    return catalog.services.map((service) => ({
      ...service,
      ...(supplyOf.get(service.slug) ?? nobody),
    }));
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
    async topPerCategory(limit) {
      const supply = await listSupply();
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
