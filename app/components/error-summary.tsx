import { type ReactNode, useEffect, useRef } from "react";
import type { FormError } from "../forms.ts";
import { Alert } from "./alert.tsx";
import { fieldId } from "./field.tsx";

interface ErrorSummaryProps {
  error: FormError | null | undefined;
  children?: ReactNode;
}

/** What is wrong with a form, above it, with links to the fields; the focus goes here. */
export function ErrorSummary({ error, children }: ErrorSummaryProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) ref.current?.focus();
  }, [error]);
  if (!error) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: without scripts this is how the focus reaches the errors.
    <div ref={ref} tabIndex={-1} role="alert" autoFocus className="mb-6">
      <Alert kind="error" title={error.summary}>
        {error.fields.length > 0 ? (
          <ul className="list-outside list-disc pl-5">
            {error.fields.map(({ name, message }) => (
              <li key={name + message}>
                <a href={`#${fieldId(name)}`} className="underline">
                  {message}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        {children}
      </Alert>
    </div>
  );
}
