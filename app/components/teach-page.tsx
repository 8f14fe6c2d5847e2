import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Permission } from "../../worker/domain/permission.ts";
import { usePermissions } from "../permissions.ts";
import { LinkTabs } from "./link-tabs.tsx";
import { Page, PageTitle } from "./page.tsx";

const PAGES: { to: string; label: string; needed: Permission }[] = [
  { to: "/teach", label: "Overview", needed: "manage_instructor_profile" },
  { to: "/teach/bookings", label: "Bookings", needed: "view_incoming_bookings" },
  { to: "/teach/availability", label: "Availability", needed: "manage_availability" },
  { to: "/teach/offerings", label: "Services", needed: "manage_services" },
  { to: "/teach/profile", label: "Profile", needed: "manage_instructor_profile" },
];

interface TeachPageProps {
  /** As the page is called in the row of all of them. */
  title: string;
  width?: "reading" | "wide";
  /** The one thing to do from here, beside the title. */
  action?: ReactNode;
  children: ReactNode;
}

/** The frame of every page about teaching. */
export function TeachPage({ title, width = "reading", action, children }: TeachPageProps) {
  return (
    <Page width={width}>
      <TeachNav />
      <div className="mt-6 flex flex-wrap items-center justify-between gap-3">
        <PageTitle>{title}</PageTitle>
        {action}
      </div>
      {children}
    </Page>
  );
}

/** The pages about teaching that are open to whoever looks. */
function TeachNav() {
  const { has } = usePermissions();
  const { pathname } = useLocation();
  const tabs = PAGES.filter(({ needed }) => has(needed)).map(({ to, label }) => ({
    to,
    label,
    isCurrent: to === "/teach" ? pathname === to : pathname.startsWith(to),
  }));
  return <LinkTabs label="Teaching" tabs={tabs} />;
}
