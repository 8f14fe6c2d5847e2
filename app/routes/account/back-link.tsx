import { Link } from "@remix-run/react";
import { Icon } from "../../components/icon.tsx";

/** From a page of the account up to the one above it. */
export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <p className="mb-2">
      <Link to={to} className="inline-flex min-h-11 items-center gap-1 text-primary-ink underline">
        <Icon name="left" className="size-4" />
        {children}
      </Link>
    </p>
  );
}
