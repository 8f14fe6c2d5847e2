import { useState } from "react";
import { plural } from "../../worker/domain/format.ts";
import type { FormError } from "../forms.ts";
import { Button } from "./button.tsx";
import { FieldMessage, fieldId } from "./field.tsx";
import { Icon } from "./icon.tsx";

export interface Borough {
  slug: string;
  name: string;
  areas: { slug: string; name: string }[];
}

interface AreaPickerProps {
  boroughs: Borough[];
  chosen: readonly string[];
  /** What to find among the areas, from a form that was sent to find it. */
  query: string;
  error: FormError | null;
}

/** The city's areas by borough. Finding works by sending the form too, and loses no tick. */
export function AreaPicker({ boroughs, chosen: given, query: asked, error }: AreaPickerProps) {
  const [chosen, setChosen] = useState(() => new Set(given));
  const [query, setQuery] = useState(asked);
  const message = error?.fields.find(({ name }) => name === "areas")?.message;
  const toggle = (slug: string) => {
    const next = new Set(chosen);
    if (!next.delete(slug)) next.add(slug);
    setChosen(next);
  };
  const isFound = (name: string) => matches(name, query);
  const groups = boroughs.map((borough) => toGroup(borough, isFound));
  const found = groups.flatMap(({ areas }) => areas.filter(({ isShown }) => isShown)).length;
  return (
    <fieldset id={fieldId("areas")} tabIndex={-1} aria-describedby="areas-count">
      <legend className="mb-1.5 font-medium">Where you teach</legend>
      <AreaFilter query={query} onChange={setQuery} />
      <p id="areas-count" role="status" className="mt-2 text-sm text-ink-soft">
        {chosen.size} of 10 chosen.{query ? ` ${plural(found, "area")} found.` : ""}
      </p>
      <FieldMessage name="areas" message={message} />
      {groups.map((group) => (
        <BoroughGroup
          key={group.slug}
          {...group}
          // Not by what is ticked now: the first tick must not open or close anything.
          isOpen={query !== "" || group.areas.some(({ slug }) => given.includes(slug))}
          chosen={chosen}
          onToggle={toggle}
        />
      ))}
    </fieldset>
  );
}

interface Group {
  slug: string;
  name: string;
  areas: { slug: string; label: string; isShown: boolean }[];
}

/** The borough as a whole comes first. */
function toGroup({ slug, name, areas }: Borough, isFound: (name: string) => boolean): Group {
  const isWholeFound = isFound(name);
  return {
    slug,
    name,
    areas: [
      { slug, label: `All of ${name}`, isShown: isWholeFound },
      ...areas.map((area) => ({
        slug: area.slug,
        label: area.name,
        isShown: isWholeFound || isFound(area.name),
      })),
    ],
  };
}

function matches(name: string, query: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, " ")
      .trim();
  return ` ${plain(name)}`.includes(` ${plain(query)}`);
}

function AreaFilter({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  return (
    <div className="flex max-w-md gap-2">
      <label htmlFor="areas-query" className="sr-only">
        Find an area
      </label>
      <input
        id="areas-query"
        name="areas_query"
        type="search"
        value={query}
        maxLength={100}
        autoComplete="off"
        placeholder="Harlem, Astoria …"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          // The list has followed already.
          if (event.key === "Enter") event.preventDefault();
        }}
        className="min-h-11 w-full min-w-0 grow rounded-full border border-line-strong bg-surface px-5 text-base placeholder:text-ink-soft"
      />
      <Button look="outline" name="intent" value="find">
        Find
      </Button>
    </div>
  );
}

interface BoroughGroupProps extends Group {
  isOpen: boolean;
  chosen: ReadonlySet<string>;
  onToggle: (slug: string) => void;
}

/** What is not shown keeps its tick, and is sent with the rest. */
function BoroughGroup({ name, areas, isOpen, chosen, onToggle }: BoroughGroupProps) {
  const count = areas.filter(({ slug }) => chosen.has(slug)).length;
  return (
    <details
      open={isOpen}
      className="group mt-3 rounded-2xl border border-line"
      hidden={areas.every(({ isShown }) => !isShown)}
    >
      <summary className="flex min-h-11 cursor-pointer items-center justify-between gap-3 rounded-2xl px-4 font-semibold hover:bg-tint">
        <span>{name}</span>
        <span className="flex items-center gap-2 text-sm font-normal text-ink-soft">
          {count > 0 ? `${count} chosen` : plural(areas.length - 1, "area")}
          <Icon name="down" className="size-4 group-open:rotate-180" />
        </span>
      </summary>
      <ul className="grid gap-x-4 p-2 sm:grid-cols-2 lg:grid-cols-3">
        {areas.map(({ slug, label, isShown }) => (
          <li key={slug} hidden={!isShown}>
            <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-2 hover:bg-tint">
              <input
                type="checkbox"
                name="areas"
                value={slug}
                checked={chosen.has(slug)}
                onChange={() => onToggle(slug)}
                className="size-5 shrink-0 accent-primary"
              />
              {label}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
