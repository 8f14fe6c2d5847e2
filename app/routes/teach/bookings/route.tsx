import type { MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { localDateOf } from "../../../../worker/domain/local-time.ts";
import { Icon } from "../../../components/icon.tsx";
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
    return { week, list: null, zone: actor.timezone, today: localDateOf(now, week.timezone) };
  }
  const { when, page } = view;
  const query = { when, as: "instructor", page, perPage: PER_PAGE } as const;
  const lessons = await services.bookings.list(actor, query);
  return { week: null, list: { lessons, when }, zone: actor.timezone, today };
});

export default function BookingsPage() {
  const { week, list, zone, today } = useLoaderData<typeof loader>();
  const { has } = usePermissions();
  return (
    <Page width={week ? "wide" : "reading"}>
      <PageTitle>Teaching</PageTitle>
      <div className="mt-4">
        <TeachNav />
      </div>
      <div className="mt-6 mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-xl font-semibold">{week ? "A week of lessons" : "Your lessons"}</h2>
        {/* The week shows the hours too, which not everybody with lessons may see. */}
        {has("manage_availability") ? (
          <Link
            to={toBookingsPath(
              week ? { kind: "list", when: "upcoming", page: 1 } : { kind: "week", start: today },
            )}
            className="inline-flex min-h-11 items-center gap-2 text-primary-ink underline"
          >
            <Icon name={week ? "note" : "calendar"} />
            {week ? "As a list" : "As a week"}
          </Link>
        ) : null}
      </div>
      {week ? <LessonWeek week={week} today={today} /> : null}
      {list ? <LessonList {...list} zone={zone} /> : null}
    </Page>
  );
}
