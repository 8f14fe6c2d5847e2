import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { DoneNotice } from "../../components/done-notice.tsx";
import { TeachPage } from "../../components/teach-page.tsx";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { Figures } from "./figures.tsx";
import { findProfile, findStats } from "./find-profile.ts";
import { Invitation } from "./invitation.tsx";
import { MissingParts } from "./missing-parts.tsx";
import { NextLessons } from "./next-lessons.tsx";
import { StatusCard } from "./status-card.tsx";

const DONE = {
  suspend: "You are suspended: nobody can book you until you come back.",
  reactivate: "Welcome back. Students can book you again.",
};

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Teaching overview",
    description: "Your lessons, your figures and your page as an instructor.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("signed_in", async ({ actor, context: { services } }) => {
  const [profile, stats] = await Promise.all([
    findProfile(services, actor),
    findStats(services, actor),
  ]);
  return {
    profile,
    stats: profile && stats,
    isSuspended: actor.status === "suspended",
    zone: actor.timezone,
  };
});

export default function OverviewPage() {
  const { profile, stats, isSuspended, zone } = useLoaderData<typeof loader>();
  if (!profile) return <Invitation isSuspended={isSuspended} />;
  return (
    <TeachPage title="Overview">
      <DoneNotice messages={DONE} />
      <div className="mt-6 grid gap-6">
        <MissingParts missing={profile.missing} />
        {stats ? <NextLessons lessons={stats.nextLessons} zone={zone} /> : null}
        {stats ? <Figures stats={stats} /> : null}
        <StatusCard profile={profile} />
      </div>
    </TeachPage>
  );
}
