import { Link } from "@remix-run/react";
import { Brand } from "./brand.tsx";

const LINK = "inline-flex min-h-11 items-center text-ink-soft hover:text-ink hover:underline";

export function SiteFooter() {
  return (
    <footer className="print:hidden mt-16 border-t border-line bg-surface">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-2 px-4 py-6">
        <p>
          <Brand />
          <span className="block text-sm text-ink-soft">
            Lessons with instructors in New York City
          </span>
        </p>
        <nav aria-label="Footer" className="flex flex-wrap gap-x-6">
          <Link to="/services" className={LINK}>
            All services
          </Link>
          <Link to="/privacy" className={LINK}>
            Privacy
          </Link>
          <Link to="/terms" className={LINK}>
            Terms
          </Link>
          <Link to="/developers" className={LINK}>
            Developers
          </Link>
          <Link to="/status" className={LINK}>
            Status
          </Link>
        </nav>
      </div>
    </footer>
  );
}
