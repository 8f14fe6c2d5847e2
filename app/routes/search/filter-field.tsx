import type { InputHTMLAttributes, ReactNode } from "react";
import { FieldMessage, fieldId } from "../../components/field.tsx";
import { SEARCH_FORM } from "../../components/search-box.tsx";
import type { SearchPageData } from "./load.ts";

interface FilterProps {
  page: SearchPageData;
  name: string;
  label: string;
}

/** A filter that is typed. It starts over when another search is shown. */
export function FilterInput({
  page,
  name,
  label,
  ...rest
}: FilterProps & InputHTMLAttributes<HTMLInputElement>) {
  const { value, message, control } = controlOf(page, name);
  return (
    <Frame name={name} label={label} message={message}>
      <input key={value} {...control} {...rest} />
    </Frame>
  );
}

interface FilterSelectProps extends FilterProps {
  /** What nothing chosen means. */
  any: string;
  options?: Record<string, string>;
  /** Options in groups. */
  children?: ReactNode;
}

/** A filter that is chosen from a list. */
export function FilterSelect({
  page,
  name,
  label,
  any,
  options = {},
  children,
}: FilterSelectProps) {
  const { value, message, control } = controlOf(page, name);
  return (
    <Frame name={name} label={label} message={message}>
      <select key={value} {...control}>
        <option value="">{any}</option>
        {Object.entries(options).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
        {children}
      </select>
    </Frame>
  );
}

interface FrameProps {
  name: string;
  label: string;
  message: string | undefined;
  children: ReactNode;
}

function Frame({ name, label, message, children }: FrameProps) {
  return (
    <div className="min-w-0">
      <label htmlFor={fieldId(name)} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {children}
      <FieldMessage name={name} message={message} />
    </div>
  );
}

function controlOf({ values, problems }: SearchPageData, name: string) {
  const value = values[name] ?? "";
  const message = problems.find(({ path }) => path === name)?.message;
  const border = message ? "border-error" : "border-line-strong";
  const control = {
    id: fieldId(name),
    name,
    form: SEARCH_FORM,
    defaultValue: value,
    "aria-invalid": message ? true : undefined,
    "aria-describedby": message ? `${fieldId(name)}-error` : undefined,
    className: `min-h-11 w-full min-w-0 rounded-xl border bg-surface px-2.5 text-base text-ink placeholder:text-ink-soft ${border}`,
  };
  return { value, message, control };
}
