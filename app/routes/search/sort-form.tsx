import { Form, useSubmit } from "@remix-run/react";
import type { Sort } from "../../../worker/domain/search-ranking.ts";
import { Button } from "../../components/button.tsx";
import { SORT_NAMES } from "./options.ts";

interface SortFormProps {
  sort: Sort;
  /** The search that is put in another order; it stays the same search. */
  here: Record<string, string | null>;
}

export function SortForm({ sort, here }: SortFormProps) {
  const submit = useSubmit();
  return (
    <Form action="/search" preventScrollReset className="flex items-center gap-2">
      {Object.entries(here).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <label htmlFor="sort" className="text-sm text-ink-soft">
        Sort by
      </label>
      <select
        key={sort}
        id="sort"
        name="sort"
        defaultValue={sort}
        onChange={(event) => submit(event.currentTarget.form, { preventScrollReset: true })}
        className="min-h-11 rounded-xl border border-line-strong bg-surface px-3 text-base text-ink"
      >
        {Object.entries(SORT_NAMES).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
      <noscript>
        <Button look="outline">Sort</Button>
      </noscript>
    </Form>
  );
}
