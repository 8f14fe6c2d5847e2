import { Form, Link, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { usePermissions } from "../permissions.ts";
import type { Viewer } from "../viewer.ts";
import { listAdminAreas } from "./admin-nav.tsx";
import { Icon } from "./icon.tsx";

const ITEM =
  "flex min-h-11 w-full cursor-pointer items-center rounded-xl px-4 text-left font-medium hover:bg-tint";

/** The signed-in person's own links; opens without scripts too. */
export function AccountMenu({ viewer }: { viewer: Viewer }) {
  const ref = useRef<HTMLDetailsElement>(null);
  useCloseWhenLeft(ref);
  const { has } = usePermissions();
  const [admin] = listAdminAreas(has);
  return (
    <details ref={ref} className="relative">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-full pl-2 font-medium sm:pr-2 hover:bg-tint">
        <span
          aria-hidden="true"
          className="grid size-8 place-items-center rounded-full bg-primary text-sm font-bold text-on-primary"
        >
          {[...viewer.firstName][0]?.toUpperCase()}
        </span>
        <span className="sr-only sm:not-sr-only sm:max-w-32 sm:truncate">{viewer.firstName}</span>
        <Icon name="down" className="size-4" />
      </summary>
      <div className="absolute right-0 z-30 mt-2 w-60 rounded-2xl border border-line bg-surface p-2 shadow-lg">
        <p className="truncate px-4 py-2 text-sm text-ink-soft">
          Signed in as {viewer.firstName} {viewer.lastName}
        </p>
        {has("view_own_bookings") ? (
          <Link to="/lessons" className={ITEM}>
            My lessons
          </Link>
        ) : null}
        <Link to="/teach" className={ITEM}>
          {has("manage_instructor_profile") ? "Teaching" : "Become an instructor"}
        </Link>
        <Link to="/account" className={ITEM}>
          Account
        </Link>
        {admin ? (
          <Link to={admin.to} className={ITEM}>
            Administration
          </Link>
        ) : null}
        <Link to="/services" className={ITEM}>
          All services
        </Link>
        <Form method="post" action="/logout">
          <button type="submit" className={ITEM}>
            Sign out
          </button>
        </Form>
      </div>
    </details>
  );
}

/** Closes the menu on Escape, on a press elsewhere and after a navigation. */
function useCloseWhenLeft(ref: React.RefObject<HTMLDetailsElement>) {
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every navigation has a key of its own.
  useEffect(() => {
    ref.current?.removeAttribute("open");
  }, [key, ref]);
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (!ref.current?.contains(event.target as Node)) ref.current?.removeAttribute("open");
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !ref.current?.open) return;
      ref.current.removeAttribute("open");
      ref.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("keydown", onKey);
    };
  }, [ref]);
}
