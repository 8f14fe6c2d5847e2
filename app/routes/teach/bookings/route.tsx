import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { localDateOf } from "../../../../worker/domain/local-time.ts";
import { LinkTabs } from "../../../components/link-tabs.tsx";
import { Page, PageTitle } from "../../../components/page.tsx";
import { TeachNav } from "../../../components/teach-nav.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { usePermissions } from "../../../permissions.ts";
import { LessonList } from "./lesson-list.tsx";
import { LessonWeek } from "./lesson-week.tsx";
import { parseView, toBookingsPath } from "./query.ts";

const PER_PAGE = 10;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Your bookings",
    description: "The lessons that students have booked with you.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("view_incoming_bookings", async ({ request, actor, context }) => {
  const { services, now } = context;
  const today = localDateOf(now, actor.timezone);
  const view = parseView(new URL(request.url).searchParams, today);
  if (view.kind === "week") {
    const { week } = await services.hours.getWeek(actor, view.start);
    return { view, week, list: null, zone: actor.timezone, today: localDateOf(now, week.timezone) };
  }
  const { when, page } = view;
  const query = { when, as: "instructor", page, perPage: PER_PAGE } as const;
  const lessons = await services.bookings.list(actor, query);
  return { view, week: null, list: { lessons, when }, zone: actor.timezone, today };
});

export default function BookingsPage() {
  const { view, week, list, zone, today } = useLoaderData<typeof loader>();
  const { has } = usePermissions();
  return (
    <Page width={week ? "wide" : "reading"}>
      <PageTitle>Teaching</PageTitle>
      <div className="mt-4">
        <TeachNav />
      </div>
      {/* The week shows the hours too, which not everybody with lessons may see. */}
      {has("manage_availability") ? (
        <div className="my-4">
          <LinkTabs
            label="View"
            tabs={[
              { to: "/teach/bookings", label: "List", isCurrent: view.kind === "list" },
              {
                to: toBookingsPath({ kind: "week", start: today }),
                label: "Week",
                isCurrent: view.kind === "week",
              },
            ]}
          />
        </div>
      ) : null}
      {week ? <LessonWeek week={week} today={today} /> : null}
      {list ? <LessonList {...list} zone={zone} /> : null}
    </Page>
  );
}
