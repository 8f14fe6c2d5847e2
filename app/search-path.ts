/** The address of a search; parameters without a value are left out. */
export function toSearchPath(params: Record<string, string | null | undefined>): string {
  const set = Object.entries(params).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return set.length > 0 ? `/search?${new URLSearchParams(set)}` : "/search";
}
