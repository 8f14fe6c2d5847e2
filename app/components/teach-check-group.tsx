import type { ReactNode } from "react";
import type { FormError } from "../forms.ts";
import { FieldMessage, fieldId } from "./field.tsx";

interface CheckGroupProps {
  name: string;
  label: string;
  hint?: ReactNode;
  isOptional?: boolean;
  choices: { value: string; label: string }[];
  chosen: readonly string[];
  error: FormError | null;
}

/** Several things of which any can be ticked, with the group's hint and its error. */
export function CheckGroup({
  name,
  label,
  hint,
  isOptional = false,
  choices,
  chosen,
  error,
}: CheckGroupProps) {
  const id = fieldId(name);
  const message = error?.fields.find((field) => field.name === name)?.message;
  const described = [hint ? `${id}-hint` : "", message ? `${id}-error` : ""].filter(Boolean);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={described.length > 0 ? described.join(" ") : undefined}
    >
      <legend className="mb-1.5 font-medium">
        {label}
        {isOptional ? <span className="font-normal text-ink-soft"> (optional)</span> : null}
      </legend>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <CheckPill
            key={choice.value}
            name={name}
            {...choice}
            isChosen={chosen.includes(choice.value)}
          />
        ))}
      </div>
      {hint ? (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      <FieldMessage name={name} message={message} />
    </fieldset>
  );
}

interface CheckPillProps {
  name: string;
  value: string;
  label: string;
  isChosen: boolean;
}

function CheckPill({ name, value, label, isChosen }: CheckPillProps) {
  return (
    <label className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-3xl border border-line-strong bg-surface px-4 py-1.5 leading-snug hover:bg-tint has-checked:border-primary-ink has-checked:bg-tint">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isChosen}
        className="size-5 shrink-0 accent-primary"
      />
      {label}
    </label>
  );
}
