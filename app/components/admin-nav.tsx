import { useLocation, useRouteLoaderData } from "@remix-run/react";
import type { Permission } from "../../worker/domain/permission.ts";
import type { Settings } from "../../worker/env.ts";
import { usePermissions } from "../permissions.ts";
import { Badge } from "./badge.tsx";
import { LinkTabs } from "./link-tabs.tsx";

const AREAS: { to: string; label: string; needed: Permission }[] = [
  { to: "/admin/analytics/search", label: "Searches", needed: "view_system_analytics" },
  { to: "/admin/analytics/cache", label: "Cache", needed: "access_monitoring" },
  { to: "/admin/analytics/database", label: "Database", needed: "access_monitoring" },
  { to: "/admin/analytics/queues", label: "Queues", needed: "access_monitoring" },
  { to: "/admin/analytics/alerts", label: "Alerts", needed: "access_monitoring" },
  { to: "/admin/users", label: "Users", needed: "view_all_users" },
  { to: "/admin/announcements", label: "Announcements", needed: "moderate_content" },
];

/** The areas of administration that somebody may open. */
export function listAdminAreas(has: (permission: Permission) => boolean) {
  return AREAS.filter(({ needed }) => has(needed));
}

/** The areas of administration that are open to whoever looks. */
export function AdminNav() {
  const { has } = usePermissions();
  const { pathname } = useLocation();
  const tabs = listAdminAreas(has).map(({ to, label }) => ({
    to,
    label,
    isCurrent: pathname === to || pathname.startsWith(`${to}/`),
  }));
  return (
    <div className="flex items-center gap-3">
      <div className="min-w-0 grow">
        <LinkTabs label="Administration" tabs={tabs} />
      </div>
      <TierBadge />
    </div>
  );
}

/** Which of the three sites this is, so that nobody tries things out on the real one. */
function TierBadge() {
  const root = useRouteLoaderData<{ tier: Settings["TIER"] }>("root");
  if (!root) return null;
  const isReal = root.tier === "prod";
  return (
    <Badge kind={isReal ? "warning" : "plain"} icon={isReal ? "alert" : "info"}>
      <span className="sr-only">Tier: </span>
      {root.tier}
    </Badge>
  );
}
