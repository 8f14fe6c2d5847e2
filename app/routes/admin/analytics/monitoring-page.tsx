import { Link, useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { zoneLabel } from "../../../../worker/domain/format.ts";
import { AdminNav } from "../../../components/admin-nav.tsx";
import { DateTime } from "../../../components/date-time.tsx";
import { Page, PageTitle } from "../../../components/page.tsx";
import { useRefresh } from "./use-refresh.ts";

const REFRESH_MS = 30_000;

interface MonitoringPageProps {
  title: string;
  /** What is shown, in a sentence. */
  lead: string;
  /** When the numbers were read, epoch ms. */
  readAt: number;
  /** The zone whose clock is shown. */
  zone: string;
  children: ReactNode;
}

/** The frame of a page of numbers that change by themselves. */
export function MonitoringPage({ title, lead, readAt, zone, children }: MonitoringPageProps) {
  useRefresh(REFRESH_MS);
  return (
    <Page>
      <AdminNav />
      <div className="mt-6 mb-4">
        <PageTitle>{title}</PageTitle>
        <p className="mt-1 text-ink-soft">{lead}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 text-ink-soft">
          <span>
            As of <DateTime at={readAt} zone={zone} show="moment" />, {zoneLabel(zone)}.
          </span>
          <Refreshing />
        </p>
      </div>
      {children}
    </Page>
  );
}

/** A link that loads the numbers anew, and with scripts the word that they come by themselves. */
function Refreshing() {
  const { pathname, search } = useLocation();
  const [isAutomatic, setAutomatic] = useState(false);
  useEffect(() => setAutomatic(true), []);
  const params = new URLSearchParams(search);
  params.delete("done");
  return (
    <>
      {isAutomatic ? <span>New numbers every {REFRESH_MS / 1000} seconds.</span> : null}
      <Link
        to={params.size > 0 ? `${pathname}?${params}` : pathname}
        replace
        preventScrollReset
        className="inline-flex min-h-11 items-center font-semibold text-primary-ink underline"
      >
        Refresh
      </Link>
    </>
  );
}
