import { Link, useLocation } from "@remix-run/react";
import { usePermissions } from "../permissions.ts";
import { withNext } from "../safe-next.ts";
import type { Viewer } from "../viewer.ts";
import { AccountMenu } from "./account-menu.tsx";
import { Brand } from "./brand.tsx";
import { ButtonLink } from "./button.tsx";

const LINK =
  "min-h-11 items-center rounded-full px-2 font-medium whitespace-nowrap text-ink-soft hover:bg-tint hover:text-ink sm:px-4";

/** The bar on top of every page. */
export function SiteHeader({ viewer }: { viewer: Viewer | null }) {
  return (
    <header className="sticky print:static top-0 z-20 border-b border-line bg-surface">
      <div className="mx-auto flex min-h-16 max-w-6xl items-center justify-between gap-2 px-4">
        <Link
          to="/"
          className="inline-flex min-h-11 items-center rounded-lg text-base min-[350px]:text-lg sm:text-xl"
        >
          <Brand />
        </Link>
        <nav aria-label="Main" className="print:hidden flex items-center sm:gap-1">
          <Link
            to="/services"
            className={`${LINK} ${viewer ? "hidden sm:inline-flex" : "hidden min-[420px]:inline-flex"}`}
          >
            Services
          </Link>
          {viewer ? <SignedIn viewer={viewer} /> : <SignedOut />}
        </nav>
      </div>
    </header>
  );
}

function SignedIn({ viewer }: { viewer: Viewer }) {
  const { has } = usePermissions();
  return (
    <>
      {has("view_own_bookings") ? (
        <Link to="/lessons" className={`${LINK} inline-flex`}>
          My lessons
        </Link>
      ) : null}
      {has("manage_instructor_profile") ? (
        <Link to="/teach" className={`${LINK} hidden sm:inline-flex`}>
          Teaching
        </Link>
      ) : null}
      <AccountMenu viewer={viewer} />
    </>
  );
}

function SignedOut() {
  const { pathname, search } = useLocation();
  // On these two pages the way back is already in the address.
  const isAccountPage = pathname === "/login" || pathname === "/signup";
  const next = isAccountPage ? (new URLSearchParams(search).get("next") ?? "/") : pathname + search;
  return (
    <>
      <Link to={withNext("/login", next)} className={`${LINK} inline-flex`}>
        Log in
      </Link>
      <ButtonLink
        look="outline"
        to={withNext("/signup", next)}
        size="compact"
        className="whitespace-nowrap"
      >
        Sign up
      </ButtonLink>
    </>
  );
}
