import type { Category, Service, ServiceSupply } from "../domain/catalog.ts";

export interface CatalogService {
  listCategories(): Category[];
  /** All services in display order, or those of one category. Throws `not_found` for no such category. */
  listServices(categorySlug: string | null): Service[];
  findService(slug: string): Service | null;
  /** Per category the services that most instructors teach, at most `limit`, then display order. */
  topPerCategory(limit: number): Promise<{ category: Category; services: ServiceSupply[] }[]>;
  /** Every service with who teaches it and for how much. */
  listSupply(): Promise<ServiceSupply[]>;
}
