import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Badge, type BadgeKind } from "../components/badge.tsx";
import { Card } from "../components/card.tsx";
import type { IconName } from "../components/icon.tsx";
import { Page, PageTitle } from "../components/page.tsx";
import { page } from "../page-guard.ts";
import { originOf, pageMeta } from "../page-meta.ts";
import { type PromiseState, type SitePromise, toPromises } from "../status-promises.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Status",
    description: "What InstaInstru promises about how it works, and what is measured of it.",
    canonical: "/status",
    origin: originOf(matches),
  });

export const loader = page("public", async ({ context: { services, now } }) => ({
  promises: toPromises(await services.monitoring.status(), now),
}));

export default function Status() {
  const { promises } = useLoaderData<typeof loader>();
  const broken = promises.filter(({ state }) => state === "broken").length;
  return (
    <Page width="reading">
      <PageTitle>Status</PageTitle>
      <p className="mt-2 text-ink-soft">
        What we promise about how this site works, and what it measures of itself. Nothing here is
        entered by hand.
      </p>
      <p className="mt-4 text-lg font-semibold">{summaryOf(broken)}</p>
      <ul className="mt-4 grid gap-3">
        {promises.map((promise) => (
          <PromiseItem key={promise.label} {...promise} />
        ))}
      </ul>
      <p className="mt-6 text-sm text-ink-soft">
        Times are those that an answer waited for the database and the caches: the clock of our
        servers stands still while they compute.
      </p>
    </Page>
  );
}

function summaryOf(broken: number): string {
  if (broken === 0) return "No promise is broken.";
  return broken === 1 ? "One promise is broken." : `${broken} promises are broken.`;
}

const LOOKS: Record<PromiseState, { kind: BadgeKind; icon: IconName; text: string }> = {
  kept: { kind: "success", icon: "check", text: "Kept" },
  broken: { kind: "error", icon: "alert", text: "Broken" },
  unknown: { kind: "plain", icon: "info", text: "Not known" },
};

function PromiseItem({ label, promise, measured, state }: SitePromise) {
  const { kind, icon, text } = LOOKS[state];
  return (
    <Card as="li" className="flex flex-wrap items-center justify-between gap-3">
      <div>
        <h2 className="font-semibold">{label}</h2>
        <p className="text-sm text-ink-soft">Promised: {promise}</p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <span className="tabular-nums">{measured}</span>
        <Badge kind={kind} icon={icon}>
          {text}
        </Badge>
      </div>
    </Card>
  );
}
