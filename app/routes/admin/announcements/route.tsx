import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { zoneLabel } from "../../../../worker/domain/format.ts";
import { AdminNav } from "../../../components/admin-nav.tsx";
import { ButtonLink } from "../../../components/button.tsx";
import { DoneNotice } from "../../../components/done-notice.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Page, PageTitle } from "../../../components/page.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { page as guard } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { AnnouncementCard } from "./announcement-card.tsx";

const PER_PAGE = 20;
const LAST_PAGE = 10_000;

const DONE = {
  created: "The announcement is saved.",
  saved: "The announcement is changed.",
  ended: "The announcement has ended. Nobody sees it any more.",
};

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Announcements",
    description: "What is announced on the start page.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = guard("moderate_content", async ({ actor, request, context }) => {
  const asked = Math.trunc(Number(new URL(request.url).searchParams.get("page"))) || 1;
  const page = Math.min(Math.max(1, asked), LAST_PAGE);
  const list = await context.services.announcements.list(actor, page, PER_PAGE);
  return { list, zone: actor.timezone, now: context.now };
});

/** Ends one at once. */
export const action = guard("moderate_content", async ({ actor, request, context }) => {
  const id = String((await request.formData()).get("end") ?? "");
  await context.services.announcements.end(actor, id);
  return redirect("/admin/announcements?done=ended");
});

export default function AnnouncementsPage() {
  const { list, zone, now } = useLoaderData<typeof loader>();
  return (
    <Page>
      <AdminNav />
      <div className="mt-6 flex flex-wrap items-center justify-between gap-3">
        <PageTitle>Announcements</PageTitle>
        <ButtonLink look="main" to="/admin/announcements/new">
          New announcement
        </ButtonLink>
      </div>
      <DoneNotice messages={DONE} />
      <p className="mt-4 text-ink-soft">
        Of those on show, each visitor sees the first on the start page that they have not hidden
        for a day. Times in {zoneLabel(zone)}.
      </p>
      <div className="mt-4 grid gap-4">
        {list.items.map((announcement) => (
          <AnnouncementCard key={announcement.id} {...{ announcement, zone, now }} />
        ))}
        {list.items.length === 0 ? (
          <EmptyState icon="note" title="Nothing is announced here" />
        ) : null}
      </div>
      <Pagination {...list} toPage={(page) => `/admin/announcements?page=${page}`} />
    </Page>
  );
}
