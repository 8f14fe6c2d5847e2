import { useLocation } from "@remix-run/react";
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
  return <LinkTabs label="Teaching" tabs={tabs} />;
}
