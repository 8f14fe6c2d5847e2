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
    .map((template) => ({ template, parts: toParts(template) }));
  return (path) => {
    const given = toParts(path);
    return sorted.find(({ parts }) => matchesParts(parts, given))?.template ?? UNMATCHED;
  };
}

function toParts(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

/** Whether a path is one of a pattern's: `:name` stands for one segment. */
export function matchesParts(wanted: readonly string[], given: readonly string[]): boolean {
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith(":") || part === given[index])
  );
}
