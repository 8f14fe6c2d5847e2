import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes } from "react";

/** `main` is yellow and stands once on a page: it is the one thing to do there. */
export type ButtonLook = "main" | "primary" | "outline" | "quiet";

const BASE =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-full px-5 py-2 text-center text-balance font-semibold transition-colors";

const LOOKS: Record<ButtonLook, string> = {
  main: "bg-accent text-on-accent hover:bg-accent-strong",
  primary: "bg-primary text-on-primary hover:bg-primary-strong",
  outline: "border border-line-strong bg-surface text-primary-ink hover:bg-tint",
  quiet: "text-primary-ink hover:bg-tint",
};

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook };

export function Button({ look = "primary", className = "", ...rest }: ButtonProps) {
  return (
    <button
      type="submit"
      {...rest}
      className={`${BASE} cursor-pointer ${LOOKS[look]} ${className}`}
    />
  );
}

export function ButtonLink({
  look = "primary",
  className = "",
  ...rest
}: LinkProps & { look?: ButtonLook }) {
  return <Link {...rest} className={`${BASE} ${LOOKS[look]} ${className}`} />;
}
