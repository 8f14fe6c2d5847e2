import type { Service } from "../worker/domain/catalog.ts";

type Named = Pick<Service, "name" | "slug" | "aliases">;

/** The text as names are compared: one case, one space between words, no accents. */
function normalise(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[\s-]+/g, " ")
    .trim();
}

/** Services of whose name or aliases some word begins with the query, in the order given. */
export function filterServices<S extends Named>(services: readonly S[], query: string): S[] {
  const wanted = normalise(query);
  if (wanted === "") return [...services];
  return services.filter((service) => matchedName(service, wanted) !== null);
}

/** The alias that made a service match when its own name did not; null otherwise. */
export function matchingAlias(service: Named, query: string): string | null {
  const wanted = normalise(query);
  if (wanted === "") return null;
  const matched = matchedName(service, wanted);
  return matched === service.name ? null : matched;
}

function matchedName({ name, aliases }: Named, wanted: string): string | null {
  return [name, ...aliases].find((one) => ` ${normalise(one)}`.includes(` ${wanted}`)) ?? null;
}
