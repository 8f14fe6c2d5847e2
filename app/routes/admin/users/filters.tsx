import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { ACCOUNT_STATUSES } from "../../../../worker/domain/actor.ts";
import { wordLabel } from "../../../../worker/domain/format.ts";
import { ROLES } from "../../../../worker/domain/permission.ts";
import { Button } from "../../../components/button.tsx";
import { LONGEST_TEXT, type UsersQuery } from "./query.ts";

const CONTROL =
  "min-h-11 w-full min-w-0 rounded-xl border border-line-strong bg-surface px-3 text-base text-ink";

/** What to find; starts over when another list is shown. */
export function Filters({ query }: { query: UsersQuery }) {
  return (
    <Form
      key={JSON.stringify(query)}
      role="search"
      aria-label="Users"
      className="mt-6 grid gap-3 sm:grid-cols-[1fr_auto_auto_auto] sm:items-end"
    >
      <Labelled id="users-text" label="E-mail address or name">
        <input
          id="users-text"
          type="search"
          name="q"
          defaultValue={query.text}
          maxLength={LONGEST_TEXT}
          autoComplete="off"
          aria-describedby="users-text-hint"
          className={CONTROL}
        />
      </Labelled>
      <Select name="role" label="Role" any="Any role" value={query.role} options={ROLES} />
      <Select
        name="status"
        label="Status"
        any="Any status"
        value={query.status}
        options={ACCOUNT_STATUSES}
      />
      <Button>Find</Button>
      <p id="users-text-hint" className="text-sm text-ink-soft sm:col-span-4">
        Finds what the address, the first or the last name begins with.
      </p>
    </Form>
  );
}

interface SelectProps {
  name: string;
  label: string;
  /** What nothing chosen means. */
  any: string;
  value: string | null;
  options: readonly string[];
}

function Select({ name, label, any, value, options }: SelectProps) {
  const id = `users-${name}`;
  return (
    <Labelled id={id} label={label}>
      <select id={id} name={name} defaultValue={value ?? ""} className={CONTROL}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {wordLabel(option)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {children}
    </div>
  );
}
