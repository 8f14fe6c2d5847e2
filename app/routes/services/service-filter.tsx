import { Form } from "@remix-run/react";
import { Button } from "../../components/button.tsx";

interface ServiceFilterProps {
  query: string;
  onChange: (query: string) => void;
}

/** Narrows the list while typing; without scripts, after sending. */
export function ServiceFilter({ query, onChange }: ServiceFilterProps) {
  return (
    <Form action="/services" role="search" className="mt-5 flex max-w-xl gap-2">
      <label htmlFor="filter" className="sr-only">
        Filter services
      </label>
      <input
        id="filter"
        name="q"
        type="search"
        value={query}
        onChange={(event) => onChange(event.target.value)}
        maxLength={100}
        autoComplete="off"
        placeholder="Guitar, SAT, yoga …"
        className="min-h-11 w-full min-w-0 grow rounded-full border border-line-strong bg-surface px-5 text-base placeholder:text-ink-soft"
      />
      <Button>Filter</Button>
    </Form>
  );
}
