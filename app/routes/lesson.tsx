import type { MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Booking } from "../../worker/domain/booking.ts";
import { CancellationTable } from "../components/cancellation-table.tsx";
import { Card } from "../components/card.tsx";
import { Icon } from "../components/icon.tsx";
import { LessonFacts } from "../components/lesson-facts.tsx";
import { Page, PageTitle } from "../components/page.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import { page } from "../page-guard.ts";
import { originOf, pageMeta } from "../page-meta.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta({
        title: `${data.lesson.serviceName} lesson`,
        description: "A booked lesson.",
        canonical: null,
        origin: originOf(matches),
      })
    : [];

export const loader = page("signed_in", async ({ actor, params, context }) => {
  const lesson = await context.services.bookings.get(actor, params.id ?? "");
  return {
    lesson,
    zone: actor.timezone,
    as: lesson.student.id === actor.id ? ("student" as const) : ("instructor" as const),
    now: context.now,
    isAhead: lesson.status === "confirmed" && lesson.startAt > context.now,
  };
});

export default function LessonPage() {
  const { lesson, zone, as, isAhead, now } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const isNew = params.get("booked") === "1" && isAhead && as === "student";
  const other = as === "student" ? lesson.instructor : lesson.student;
  return (
    <Page width="reading">
      {isNew ? (
        <Booked lesson={lesson} />
      ) : (
        <>
          <p>
            <Link to="/lessons" className="text-primary-ink underline">
              My lessons
            </Link>
          </p>
          <div className="mt-1 flex flex-wrap items-center gap-3">
            <PageTitle>
              {lesson.serviceName} with {other.displayName}
            </PageTitle>
            <StatusBadge status={lesson.status} />
          </div>
        </>
      )}
      <LessonFacts lesson={lesson} zone={zone} as={as} />
      {isAhead && as === "student" ? (
        <Card className="mt-4">
          <h2 className="font-semibold">If you have to cancel</h2>
          <CancellationTable lesson={{ ...lesson, zone, now }} />
        </Card>
      ) : null}
      <div className="mt-6 flex flex-wrap gap-x-6">
        {as === "student" ? (
          <Link
            to={`/instructors/${lesson.instructor.id}`}
            className="inline-flex min-h-11 items-center font-medium text-primary-ink underline"
          >
            See {lesson.instructor.displayName}
          </Link>
        ) : null}
        <Link
          to="/lessons"
          className="inline-flex min-h-11 items-center font-medium text-primary-ink underline"
        >
          All my lessons
        </Link>
      </div>
    </Page>
  );
}

/** Said once, right after booking; the focus goes to it. */
function Booked({ lesson }: { lesson: Booking }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div className="flex items-center gap-4">
      <span className="rounded-full bg-success-tint p-3 text-success">
        <Icon name="check" className="size-8" />
      </span>
      <div>
        <h1 ref={ref} tabIndex={-1} className="text-3xl font-bold tracking-tight">
          You’re booked
        </h1>
        <p className="text-ink-soft">
          {lesson.serviceName} with {lesson.instructor.displayName} is confirmed.
        </p>
      </div>
    </div>
  );
}
