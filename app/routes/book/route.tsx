import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { parseBookAddress, toBookPath } from "../../book-path.ts";
import { Alert } from "../../components/alert.tsx";
import { Page, PageTitle } from "../../components/page.tsx";
import { useFocusOnNew } from "../../components/use-focus-on-new.ts";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { book, savePlace, toHeaders } from "./act.ts";
import { currentStep, isCleared, stepAfter } from "./draft.ts";
import { LessonStep } from "./lesson-step.tsx";
import { loadReview, loadTimes, openBooking, reviewedOffering } from "./load.ts";
import { PlaceStep } from "./place-step.tsx";
import { ReviewStep } from "./review-step.tsx";
import { StepList } from "./step-list.tsx";
import { TimeStep } from "./time-step.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [];
  return pageMeta({
    title: `Book a lesson with ${data.instructor.displayName}`,
    description: `Choose a lesson, a time and a place with ${data.instructor.displayName}.`,
    canonical: null,
    origin: originOf(matches),
  });
};

/** An address that chooses something is kept and left for the step after, which Back comes back to. */
export const loader = page("public", async ({ params, request, context }) => {
  const id = params.id ?? "";
  const { choices, date, step: wanted } = parseBookAddress(new URL(request.url).searchParams);
  if (Object.keys(choices).length > 0) {
    const { instructor, draft, cookies } = await context.drafts.save(id, choices);
    const step = currentStep(draft, instructor.offerings, stepAfter(choices, wanted));
    const next = toBookPath(id, step === "time" ? { date, step } : { step });
    throw redirect(next, { headers: toHeaders(cookies) });
  }
  const { instructor, draft } = await openBooking(context, id);
  const step = currentStep(draft, instructor.offerings, wanted);
  return {
    instructor,
    draft,
    date,
    step,
    isCleared: isCleared(draft, wanted),
    times: step === "time" ? await loadTimes(context, instructor, draft, date) : null,
    review:
      step === "review"
        ? await loadReview(context, id, draft, reviewedOffering(draft, instructor))
        : null,
  };
});

export const action = page("public", async ({ params, request, context }) => {
  const form = await request.formData();
  const act = form.get("intent") === "place" ? savePlace : book;
  return await act(context, params.id ?? "", form);
});

export default function BookPage() {
  const { instructor, draft, date, step, isCleared, times, review } =
    useLoaderData<typeof loader>();
  const { error = null, typed = null } = useActionData<typeof action>() ?? {};
  const shared = { instructor, draft };
  const content = useFocusOnNew<HTMLDivElement>(step);
  return (
    <Page width="reading">
      <p>
        <Link to={`/instructors/${instructor.id}`} className="text-primary-ink underline">
          {instructor.displayName}
        </Link>
      </p>
      <PageTitle>Book a lesson</PageTitle>
      <StepList {...shared} step={step} />
      <div ref={content} tabIndex={-1} className="mt-8">
        {isCleared ? (
          <div className="mb-6">
            <Alert kind="info" title="Nothing is chosen here any more">
              If you have just booked, your lesson is under{" "}
              <Link to="/lessons" className="text-primary-ink underline">
                My lessons
              </Link>
              . Another one is chosen below.
            </Alert>
          </div>
        ) : null}
        {step === "lesson" ? <LessonStep {...shared} /> : null}
        {times ? <TimeStep {...shared} date={date} {...times} /> : null}
        {step === "place" ? <PlaceStep {...shared} typed={typed} error={error} /> : null}
        {review ? <ReviewStep {...shared} review={review} error={error} /> : null}
      </div>
    </Page>
  );
}
