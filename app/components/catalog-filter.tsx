import { Form } from "@remix-run/react";
import { Button, type ButtonLook } from "./button.tsx";

interface CatalogFilterProps {
  id: string;
  label: string;
  button: string;
  look?: ButtonLook | undefined;
  /** Where it is sent without scripts, with what else the address needs. */
  action: string;
  params?: Record<string, string>;
  query: string;
  onChange: (query: string) => void;
  className?: string;
}

/** Narrows a list of services while typing; without scripts, after sending. */
export function CatalogFilter(props: CatalogFilterProps) {
  const { id, label, button, look, action, params = {}, query, onChange, className = "" } = props;
  return (
    <Form
      action={action}
      role="search"
      aria-label="Services"
      className={`flex max-w-xl gap-2 ${className}`}
    >
      {Object.entries(params).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        name="q"
        type="search"
        value={query}
        onChange={(event) => onChange(event.target.value)}
        maxLength={100}
        autoComplete="off"
        placeholder="Guitar, yoga …"
        className="min-h-11 w-full min-w-0 grow rounded-full border border-line-strong bg-surface px-5 text-base placeholder:text-ink-soft"
      />
      <Button look={look}>{button}</Button>
    </Form>
  );
}
