import type { Service } from "../../../worker/domain/catalog.ts";
import type { NextSlot } from "../../../worker/services/availability.ts";
import type { CatalogService } from "../../../worker/services/catalog.ts";
import type { Services } from "../../../worker/services/index.ts";
import { filterServices, findByName } from "../../match-services.ts";

const PER_PAGE = 10;
const MAX_SUGGESTIONS = 12;
const MAX_QUERY = 200;

/** What was asked for: a service by its slug or by name, else the services whose names come close. */
export function interpretQuery(params: URLSearchParams, catalog: CatalogService) {
  const query = (params.get("q") ?? "").trim().slice(0, MAX_QUERY);
  const slug = (params.get("service") ?? "").slice(0, MAX_QUERY);
  const page = Math.min(Math.max(1, Math.trunc(Number(params.get("page"))) || 1), 1000);
  if (query === "") {
    const service = slug === "" ? null : catalog.findService(slug);
    // A slug nobody knows is shown as what was searched for, not as "everyone".
    return {
      query: service ? "" : slug,
      service: service && toNamed(service),
      suggestions: [],
      page,
    };
  }
  const all = catalog.listServices(null);
  const service = findByName(all, query);
  if (service) return { query, service: toNamed(service), suggestions: [], page };
  const suggestions = filterServices(all, query).slice(0, MAX_SUGGESTIONS).map(toNamed);
  return { query, service: null, suggestions, page };
}

/** One page of instructors, each with the earliest start at which its shortest lesson fits. */
export async function findResults(services: Services, service: string | null, page: number) {
  const found = await services.instructors.list({ service, page, perPage: PER_PAGE });
  const shortest = new Map<number, string[]>();
  const shown = found.items.map((instructor) => {
    const offerings = instructor.offerings.filter(
      (one) => !service || one.service.slug === service,
    );
    const duration = Math.min(...offerings.flatMap(({ durationOptions }) => durationOptions));
    const rate = Math.min(...offerings.map(({ hourlyRateCents }) => hourlyRateCents));
    if (Number.isFinite(duration)) {
      shortest.set(duration, [...(shortest.get(duration) ?? []), instructor.id]);
    }
    return { instructor, rate: Number.isFinite(rate) ? rate : null };
  });
  const next = await findNextByDuration(services, shortest);
  const items = shown.map((item) => ({ ...item, next: next.get(item.instructor.id) ?? null }));
  return { ...found, items };
}

async function findNextByDuration(services: Services, idsByDuration: Map<number, string[]>) {
  const answers = await Promise.all(
    [...idsByDuration].map(([duration, ids]) =>
      services.availability.findNextForMany(ids, duration),
    ),
  );
  return new Map<string, NextSlot | null>(answers.flatMap((answer) => [...answer]));
}

function toNamed({ slug, name }: Service) {
  return { slug, name };
}
