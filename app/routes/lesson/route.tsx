import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { CancellationTable } from "../../components/cancellation-table.tsx";
import { Card } from "../../components/card.tsx";
import { DoneNotice } from "../../components/done-notice.tsx";
import { LessonActions } from "../../components/lesson-actions.tsx";
import { LessonFacts } from "../../components/lesson-facts.tsx";
import { Page, PageTitle } from "../../components/page.tsx";
import { StatusBadge } from "../../components/status-badge.tsx";
import { TextLink } from "../../components/text-link.tsx";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { actOnLesson } from "./act.ts";
import { Booked } from "./booked.tsx";
import { History } from "./history.tsx";
import { type LessonData, loadLesson, parseMove } from "./load.ts";
import { NoteForm } from "./note-form.tsx";
import { QUESTION_TITLES, QuestionDialog } from "./question-dialog.tsx";
import { Receipt } from "./receipt.tsx";

const DONE = {
  cancel: "The lesson is cancelled. Both of you get a mail.",
  reschedule: "The lesson is moved. Both of you get a mail.",
  complete: "The lesson is completed.",
  no_show: "It is recorded that the student did not come.",
  note: "Your note is saved.",
};

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta({
        title: data.question
          ? QUESTION_TITLES[data.question.move]
          : `${data.lesson.serviceName} lesson`,
        description: "A booked lesson.",
        canonical: null,
        origin: originOf(matches),
      })
    : [];

export const loader = page("signed_in", async ({ actor, params, request, context }) => {
  const asked = { move: parseMove(params.move), params: new URL(request.url).searchParams };
  return await loadLesson(context, actor, params.id ?? "", asked);
});

export const action = page("signed_in", async ({ actor, params, request, context }) => {
  const move = parseMove(params.move);
  return await actOnLesson(context, actor, params.id ?? "", move, await request.formData());
});

export default function LessonPage() {
  const data = useLoaderData<typeof loader>();
  const { error = null, typed = null } = useActionData<typeof action>() ?? {};
  const { lesson, viewer, question } = data;
  const sent = question ? null : { error, typed };
  return (
    <Page width="reading">
      <Top data={data} />
      <DoneNotice messages={DONE} />
      {question ? (
        <QuestionDialog key={question.move} {...{ data, question, error, typed }} />
      ) : null}
      <LessonFacts lesson={lesson} zone={viewer.zone} as={viewer.role} />
      <div className="mt-4">
        <LessonActions
          lesson={lesson}
          moves={data.moves}
          isStudent={viewer.role === "student"}
          isParticipant={viewer.role !== "admin"}
          now={data.now}
        />
      </div>
      {data.mayNote ? (
        <NoteForm
          lesson={lesson}
          idempotencyKey={data.key}
          error={sent?.error ?? null}
          typed={sent?.typed ?? null}
        />
      ) : null}
      <Receipt lesson={lesson} />
      <Below data={data} />
    </Page>
  );
}

/** The rules, what became of the lesson, and the ways on. */
function Below({ data: { lesson, moves, viewer, history, now } }: { data: LessonData }) {
  const isStudent = viewer.role === "student";
  return (
    <>
      {isStudent && moves.includes("cancel") ? (
        <Card className="mt-4">
          <h2 className="font-semibold">If you have to cancel</h2>
          <CancellationTable lesson={{ ...lesson, zone: viewer.zone, now }} />
        </Card>
      ) : null}
      <History history={history} viewer={viewer} />
      <div className="print:hidden mt-6 flex flex-wrap gap-x-6">
        {isStudent ? (
          <TextLink to={`/instructors/${lesson.instructor.id}`}>
            See {lesson.instructor.displayName}
          </TextLink>
        ) : null}
        {viewer.role === "instructor" ? (
          <TextLink to="/teach/bookings">All bookings</TextLink>
        ) : (
          <TextLink to="/lessons">All my lessons</TextLink>
        )}
      </div>
    </>
  );
}

/** The title, which right after booking says that it worked. */
function Top({ data: { lesson, viewer, question } }: { data: LessonData }) {
  const isNew = useSearchParams()[0].get("booked") === "1" && !question;
  if (isNew && viewer.role === "student" && lesson.status === "confirmed") {
    return <Booked lesson={lesson} />;
  }
  const other = viewer.role === "instructor" ? lesson.student : lesson.instructor;
  return (
    <>
      <p>
        {viewer.role === "instructor" ? (
          <TextLink to="/teach/bookings">Bookings</TextLink>
        ) : (
          <TextLink to="/lessons">My lessons</TextLink>
        )}
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-3">
        <PageTitle>
          {lesson.serviceName} with {other.displayName}
        </PageTitle>
        <StatusBadge status={lesson.status} />
      </div>
    </>
  );
}
