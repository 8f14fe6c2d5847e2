export interface ZoneGroup {
  /** "America"; the rest of a zone's name is its label. */
  region: string;
  zones: { name: string; label: string }[];
}

/** All time zones by region, with `chosen` among them also where the system knows it by another name. */
export function groupZones(names: readonly string[], chosen: string): ZoneGroup[] {
  const all = [...new Set([...names, "UTC", chosen])].sort();
  const groups = Map.groupBy(all, (name) => (name.includes("/") ? name.split("/")[0] : "Other"));
  return [...groups].map(([region = "Other", members]) => ({
    region,
    zones: members.map((name) => ({ name, label: labelOf(name) })),
  }));
}

/** Begins with the place, so that typing its first letters finds it: "Buenos Aires, Argentina". */
function labelOf(name: string): string {
  const parts = name.split("/");
  const places = parts.length > 1 ? parts.slice(1) : parts;
  return places.reverse().join(", ").replaceAll("_", " ");
}
