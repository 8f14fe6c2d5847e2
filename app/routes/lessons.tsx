import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { listMoves } from "../../worker/domain/booking-moves.ts";
import { zoneLabel } from "../../worker/domain/format.ts";
import type { BookingList } from "../../worker/services/bookings.ts";
import { ButtonLink } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { KeepOffline } from "../components/keep-offline.tsx";
import { LessonActions } from "../components/lesson-actions.tsx";
import { LessonCard } from "../components/lesson-card.tsx";
import { LinkTabs } from "../components/link-tabs.tsx";
import { NoLessonsAhead } from "../components/no-lessons-ahead.tsx";
import { Page, PageTitle } from "../components/page.tsx";
import { Pagination } from "../components/pagination.tsx";
import { page as guard } from "../page-guard.ts";
import { originOf, pageMeta } from "../page-meta.ts";

type When = BookingList["when"];
type Side = BookingList["as"];

const PER_PAGE = 10;
const TABS: { when: When; label: string; nothing: string }[] = [
  { when: "upcoming", label: "Upcoming", nothing: "No lessons ahead" },
  { when: "past", label: "Past", nothing: "No past lessons" },
  { when: "cancelled", label: "Cancelled", nothing: "No cancelled lessons" },
];

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "My lessons",
    description: "The lessons you have booked.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = guard("view_own_bookings", async ({ actor, request, context }) => {
  const params = new URL(request.url).searchParams;
  const when = TABS.find((tab) => tab.when === params.get("when"))?.when ?? "upcoming";
  const isInstructor = actor.roles.includes("instructor");
  const as: Side = isInstructor && params.get("as") === "instructor" ? "instructor" : "student";
  const page = Math.min(Math.max(1, Math.trunc(Number(params.get("page"))) || 1), 1000);
  const lessons = await context.services.bookings.list(actor, {
    when,
    as,
    page,
    perPage: PER_PAGE,
  });
  const { now } = context;
  const moves = lessons.items.map((lesson) => listMoves(actor, lesson, now));
  return { lessons, moves, when, as, isInstructor, zone: actor.timezone, now };
});

export default function LessonsPage() {
  const { lessons, moves, when, as, isInstructor, zone, now } = useLoaderData<typeof loader>();
  const tab = TABS.find((one) => one.when === when);
  return (
    <Page width="reading">
      <PageTitle>My lessons</PageTitle>
      <p className="mt-1 mb-4 text-ink-soft">Times in {zoneLabel(zone)}.</p>
      {isInstructor ? (
        <LinkTabs
          label="Side"
          tabs={[
            { to: toPath(when, "student"), label: "I learn", isCurrent: as === "student" },
            { to: toPath(when, "instructor"), label: "I teach", isCurrent: as === "instructor" },
          ]}
        />
      ) : null}
      <LinkTabs
        label="Lessons"
        tabs={TABS.map((one) => ({
          to: toPath(one.when, as),
          label: one.label,
          isCurrent: one.when === when,
        }))}
      />
      <div className="mt-6 grid gap-4">
        <h2 className="sr-only">{tab?.label}</h2>
        {lessons.items.map((lesson, index) => (
          <LessonCard key={lesson.id} lesson={lesson} zone={zone} as={as}>
            <LessonActions
              lesson={lesson}
              moves={moves[index] ?? []}
              isStudent={as === "student"}
              isParticipant
              now={now}
            />
          </LessonCard>
        ))}
        {lessons.items.length > 0 ? null : as === "instructor" && when === "upcoming" ? (
          <NoLessonsAhead />
        ) : (
          <EmptyState icon="calendar" title={tab?.nothing ?? ""}>
            {as === "student" ? <ButtonLink to="/services">Find a lesson</ButtonLink> : null}
          </EmptyState>
        )}
      </div>
      {as === "student" && when === "upcoming" && lessons.page === 1 ? (
        <KeepOffline lessons={lessons.items} zone={zone} now={now} />
      ) : null}
      <Pagination {...lessons} toPage={(page) => toPath(when, as, page)} />
    </Page>
  );
}

function toPath(when: When, as: Side, page = 1): string {
  const params = new URLSearchParams();
  if (when !== "upcoming") params.set("when", when);
  if (as !== "student") params.set("as", as);
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `/lessons?${params}` : "/lessons";
}
