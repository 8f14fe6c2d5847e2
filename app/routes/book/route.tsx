import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Page, PageTitle } from "../../components/page.tsx";
import { invalidForm } from "../../forms.ts";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { toFormError } from "../../respond.ts";
import { withNext } from "../../safe-next.ts";
import { currentStep, parseDraft, toBookPath } from "./draft.ts";
import { LessonStep } from "./lesson-step.tsx";
import { loadReview, loadTimes, reviewedOffering, toBookingRequest } from "./load.ts";
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

export const loader = page("public", async ({ params, request, context }) => {
  const draft = parseDraft(new URL(request.url).searchParams);
  const instructor = await context.services.instructors.getPublic(params.id ?? "");
  const step = currentStep(draft, instructor.offerings);
  return {
    instructor,
    draft,
    step,
    times: step === "time" ? await loadTimes(context, instructor, draft) : null,
    review:
      step === "review"
        ? await loadReview(context, instructor.id, draft, reviewedOffering(draft, instructor))
        : null,
  };
});

export const action = page("public", async ({ params, request, context }) => {
  const form = await request.formData();
  const read = (name: string) => String(form.get(name) ?? "");
  const names = ["offering", "duration", "start_at", "place", "detail", "note"];
  const draft = parseDraft(new URLSearchParams(names.map((name) => [name, read(name)])));
  const wanted = toBookingRequest(params.id ?? "", draft);
  if (!wanted) return data({ error: invalidForm([]) }, 422);
  if (!context.actor) throw redirect(withNext("/login", toBookPath(params.id ?? "", draft)));
  const key = read("idempotency_key").slice(0, 255) || null;
  try {
    const booking = await context.services.bookings.create(context.actor, wanted, key);
    return redirect(`/lessons/${booking.id}?booked=1`);
  } catch (thrown) {
    const error = toFormError(thrown);
    return data({ error }, error.status);
  }
});

export default function BookPage() {
  const { instructor, draft, step, times, review } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const shared = { instructor, draft };
  return (
    <Page width="reading">
      <p>
        <Link to={`/instructors/${instructor.id}`} className="text-primary-ink underline">
          {instructor.displayName}
        </Link>
      </p>
      <PageTitle>Book a lesson</PageTitle>
      <StepList {...shared} step={step} />
      <div className="mt-8">
        {step === "lesson" ? <LessonStep {...shared} /> : null}
        {times ? <TimeStep {...shared} {...times} /> : null}
        {step === "place" ? <PlaceStep {...shared} /> : null}
        {review ? <ReviewStep {...shared} review={review} error={sent?.error ?? null} /> : null}
      </div>
    </Page>
  );
}
