import type { MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { localDateOf } from "../../../../worker/domain/local-time.ts";
import { Icon } from "../../../components/icon.tsx";
import { TeachPage } from "../../../components/teach-page.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { usePermissions } from "../../../permissions.ts";
import { LessonList } from "./lesson-list.tsx";
import { LessonWeek } from "./lesson-week.tsx";
import { parseView, toBookingsPath } from "./query.ts";

const PER_PAGE = 10;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Bookings",
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
    <TeachPage
      title="Bookings"
      width={week ? "wide" : "reading"}
      action={
        // The week shows the hours too, which not everybody with lessons may see.
        has("manage_availability") ? (
          <Link
            to={toBookingsPath(
              week ? { kind: "list", when: "upcoming", page: 1 } : { kind: "week", start: today },
            )}
            className="inline-flex min-h-11 items-center gap-2 text-primary-ink underline"
          >
            <Icon name={week ? "note" : "calendar"} />
            {week ? "As a list" : "As a week"}
          </Link>
        ) : null
      }
    >
      <h2 className="sr-only">{week ? "A week of lessons" : "Lessons"}</h2>
      <div className="mt-3">
        {week ? <LessonWeek week={week} today={today} /> : null}
        {list ? <LessonList {...list} zone={zone} /> : null}
      </div>
    </TeachPage>
  );
}
