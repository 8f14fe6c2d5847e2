/** What is counted for a path that nothing here answers: the path itself could be anything. */
const UNMATCHED = "unmatched";

/** The part of a server build that says where its pages are. */
interface PageRoute {
  path?: string;
  parentId?: string;
}

/** The templates of all pages, such as `/instructors/:id`. */
export function listPageTemplates(routes: Record<string, PageRoute | undefined>): string[] {
  const partsOf = (id: string | undefined): string[] => {
    const route = id === undefined ? undefined : routes[id];
    if (!route) return [];
    return [...partsOf(route.parentId), ...toParts(route.path ?? "")];
  };
  const templates = Object.keys(routes).map((id) => `/${partsOf(id).join("/")}`);
  return [...new Set(templates)].filter((template) => !template.includes("*"));
}

/** Finds the template of a path, one that says more literally before others, or `unmatched`. */
export function createTemplateFinder(templates: readonly string[]): (path: string) => string {
  const parameters = (template: string) => template.split(":").length;
  const sorted = templates
    .toSorted((a, b) => parameters(a) - parameters(b))
    .flatMap((template) => listForms(toParts(template)).map((parts) => ({ template, parts })));
  const listMatching = createPathMatcher(sorted);
  return (path) => listMatching(toParts(toPagePath(path)))[0]?.template ?? UNMATCHED;
}

/** Lists which of the patterns a path is one of, in their order: `:name` stands for one segment. */
export function createPathMatcher<P extends { parts: readonly string[] }>(
  patterns: readonly P[],
): (given: readonly string[]) => P[] {
  // Every request is looked up among hundreds, so that those of another length are left out first.
  const byLength = Map.groupBy(patterns, ({ parts }) => parts.length);
  return (given) =>
    (byLength.get(given.length) ?? []).filter(({ parts }) =>
      parts.every((part, index) => part === given[index] || part.startsWith(":")),
    );
}

/** A navigation inside the browser asks for a page's data under an address of its own. */
function toPagePath(path: string): string {
  return path === "/_root.data" ? "/" : path.replace(/\.data$/, "");
}

/** With its last part and, where that is written as optional, without it. */
function listForms(parts: string[]): string[][] {
  const last = parts.at(-1);
  return last?.endsWith("?") ? [parts, parts.slice(0, -1)] : [parts];
}

function toParts(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}
