import type {
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from "react";
import type { FormError } from "../forms.ts";
import { Icon } from "./icon.tsx";

const CONTROL =
  "w-full min-h-11 rounded-xl border bg-surface px-4 py-2.5 text-base text-ink placeholder:text-ink-soft";

interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  /** What is wrong with the whole form; the field picks out its own part. */
  error?: FormError | null | undefined;
}

type InputProps = FieldProps & InputHTMLAttributes<HTMLInputElement>;
type SelectProps = FieldProps & SelectHTMLAttributes<HTMLSelectElement>;
type TextareaProps = FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>;

/** A labelled one-line input with its hint and its error. */
export function Field({ label, hint, error, className = "", ...rest }: InputProps) {
  const message = messageFor(error, rest.name);
  return (
    <FieldFrame {...{ name: rest.name, label, hint, message, className, required: rest.required }}>
      <input {...rest} {...describe(rest.name, hint, message)} className={control(message)} />
    </FieldFrame>
  );
}

/** A labelled text of several lines with its hint and its error. */
export function TextareaField({ label, hint, error, className = "", ...rest }: TextareaProps) {
  const message = messageFor(error, rest.name);
  return (
    <FieldFrame {...{ name: rest.name, label, hint, message, className, required: rest.required }}>
      <textarea
        rows={3}
        {...rest}
        {...describe(rest.name, hint, message)}
        className={control(message)}
      />
    </FieldFrame>
  );
}

/** A labelled choice out of a list, given as options, with its hint and its error. */
export function SelectField({ label, hint, error, className = "", ...rest }: SelectProps) {
  const message = messageFor(error, rest.name);
  return (
    <FieldFrame {...{ name: rest.name, label, hint, message, className, required: rest.required }}>
      <select {...rest} {...describe(rest.name, hint, message)} className={control(message)} />
    </FieldFrame>
  );
}

interface FrameProps {
  name: string;
  label: string;
  hint?: ReactNode;
  message: string | undefined;
  className: string;
  required: boolean | undefined;
  children: ReactNode;
}

function FieldFrame({ name, label, hint, message, className, required, children }: FrameProps) {
  return (
    <div className={className}>
      <label htmlFor={fieldId(name)} className="mb-1.5 block font-medium">
        {label}
        {required ? null : <span className="font-normal text-ink-soft"> (optional)</span>}
      </label>
      {children}
      {hint ? (
        <p id={`${fieldId(name)}-hint`} className="mt-1.5 text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      <FieldMessage name={name} message={message} />
    </div>
  );
}

/** The error of one field, below it. */
export function FieldMessage({ name, message }: { name: string; message: string | undefined }) {
  if (!message) return null;
  return (
    <p id={`${fieldId(name)}-error`} className="mt-1.5 flex gap-1.5 text-sm font-medium text-error">
      <Icon name="alert" className="mt-0.5 size-4" />
      {message}
    </p>
  );
}

function messageFor(error: FormError | null | undefined, name: string): string | undefined {
  return error?.fields.find((field) => field.name === name)?.message;
}

/** The id of the control of a field, so that a summary can link to it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

function control(message: string | undefined): string {
  return `${CONTROL} ${message ? "border-error" : "border-line-strong"}`;
}

function describe(name: string, hint: ReactNode, message: string | undefined) {
  const id = fieldId(name);
  const parts = [hint ? `${id}-hint` : "", message ? `${id}-error` : ""].filter(Boolean);
  return {
    id,
    "aria-invalid": message ? true : undefined,
    "aria-describedby": parts.length > 0 ? parts.join(" ") : undefined,
  };
}
