import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes } from "react";

/**
 * `main` is yellow and stands once on a page: it is the one thing to do there. `danger` is for what
 * cannot be taken back.
 */
export type ButtonLook = "main" | "primary" | "outline" | "quiet" | "danger";

const BASE =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-full text-center text-balance font-semibold transition-colors";

const SIZES = {
  normal: "px-5 py-2",
  compact: "px-3 py-2 min-[350px]:px-4",
  round: "size-11",
} as const;

const LOOKS: Record<ButtonLook, string> = {
  main: "bg-accent text-on-accent hover:bg-accent-strong",
  primary: "bg-primary text-on-primary hover:bg-primary-strong",
  outline: "border border-line-strong bg-surface text-primary-ink hover:bg-tint",
  quiet: "text-primary-ink hover:bg-tint",
  danger: "bg-error text-surface hover:underline",
};

interface Appearance {
  look?: ButtonLook | undefined;
  /** `compact` has less room beside its text, `round` holds an icon alone. */
  size?: keyof typeof SIZES | undefined;
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Appearance;

export function Button({ look, size, className = "", ...rest }: ButtonProps) {
  return (
    <button
      type="submit"
      {...rest}
      className={`cursor-pointer ${appearance({ look, size })} ${className}`}
    />
  );
}

export function ButtonLink({ look, size, className = "", ...rest }: LinkProps & Appearance) {
  return <Link {...rest} className={`${appearance({ look, size })} ${className}`} />;
}

function appearance({ look = "primary", size = "normal" }: Appearance): string {
  return `${BASE} ${SIZES[size]} ${LOOKS[look]}`;
}
