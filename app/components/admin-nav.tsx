import { useLocation } from "@remix-run/react";
import type { Permission } from "../../worker/domain/permission.ts";
import { usePermissions } from "../permissions.ts";
import { LinkTabs } from "./link-tabs.tsx";

const AREAS: { to: string; label: string; needed: Permission }[] = [
  { to: "/admin/analytics/search", label: "Searches", needed: "view_system_analytics" },
  { to: "/admin/users", label: "Users", needed: "view_all_users" },
  { to: "/admin/announcements", label: "Announcements", needed: "moderate_content" },
];

/** The areas of administration that are open to whoever looks. */
export function AdminNav() {
  const { has } = usePermissions();
  const { pathname } = useLocation();
  const tabs = AREAS.filter(({ needed }) => has(needed)).map(({ to, label }) => ({
    to,
    label,
    isCurrent: pathname === to || pathname.startsWith(`${to}/`),
  }));
  return <LinkTabs label="Administration" tabs={tabs} />;
}
