import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Permission } from "../../worker/domain/permission.ts";
import { usePermissions } from "../permissions.ts";
import { LinkTabs } from "./link-tabs.tsx";

const PAGES: { to: string; label: string; needed: Permission }[] = [
  { to: "/teach", label: "Overview", needed: "manage_instructor_profile" },
  { to: "/teach/bookings", label: "Bookings", needed: "view_incoming_bookings" },
  { to: "/teach/availability", label: "Availability", needed: "manage_availability" },
  { to: "/teach/offerings", label: "Services", needed: "manage_services" },
  { to: "/teach/profile", label: "Profile", needed: "manage_instructor_profile" },
];

/** The pages about teaching that are open to whoever looks. */
export function TeachNav() {
  const { has } = usePermissions();
  const { pathname } = useLocation();
  const tabs = PAGES.filter(({ needed }) => has(needed)).map(({ to, label }) => ({
    to,
    label,
    isCurrent: to === "/teach" ? pathname === to : pathname.startsWith(to),
  }));
  const nav = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the last tabs lie beside the screen.
    const current = nav.current?.querySelector("[aria-current]");
    current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  return (
    <div ref={nav}>
      <LinkTabs label="Teaching" tabs={tabs} />
    </div>
  );
}
