import { Link, type LinkProps } from "@remix-run/react";

/** A link that stands on its own, high enough for a finger. */
export function TextLink({ className = "", ...rest }: LinkProps) {
  return (
    <Link
      {...rest}
      className={`inline-flex min-h-11 items-center font-semibold text-primary-ink underline ${className}`}
    />
  );
}
