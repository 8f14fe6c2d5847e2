import { Form, Link } from "@remix-run/react";
import type { BookingDraft } from "../../../worker/domain/booking-draft.ts";
import type { PublicInstructor } from "../../../worker/domain/catalog.ts";
import { formatMoment } from "../../../worker/domain/format.ts";
import { toRfc3339 } from "../../../worker/domain/local-time.ts";
import { toBookPath } from "../../book-path.ts";
import { Alert } from "../../components/alert.tsx";
import { ButtonLink } from "../../components/button.tsx";
import { CancellationTable } from "../../components/cancellation-table.tsx";
import { Card } from "../../components/card.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";
import type { FormError } from "../../forms.ts";
import { withNext } from "../../safe-next.ts";
import { isAboutTime } from "./draft.ts";
import type { loadReview } from "./load.ts";
import { ReviewTable } from "./review-table.tsx";

type Review = Awaited<ReturnType<typeof loadReview>>;

interface ReviewStepProps {
  instructor: PublicInstructor;
  draft: BookingDraft;
  review: Review;
  /** Why the attempt to book was refused. */
  error: FormError | null;
}

/** Everything once more, with the price and the rules, before it is booked. */
export function ReviewStep({ instructor, draft, review, error }: ReviewStepProps) {
  const { timezone } = instructor;
  const startAt = draft.startAt ?? 0;
  const other = { instructorId: instructor.id, zone: timezone };
  const isRefused = error !== null || review.problem !== null;
  return (
    <section aria-labelledby="step">
      <h2 id="step" className="mb-4 text-xl font-semibold">
        Is everything right?
      </h2>
      <ErrorSummary error={error}>
        {error && isAboutTime(error.code) ? (
          <OtherTimes {...other} starts={error.alternatives} />
        ) : null}
      </ErrorSummary>
      {review.problem && !error ? (
        <div className="mb-6">
          <Alert kind="warning" title={review.problem.summary}>
            {review.problem.isAboutTime ? (
              <OtherTimes {...other} starts={review.problem.alternatives} />
            ) : null}
          </Alert>
        </div>
      ) : null}
      <ReviewTable
        instructor={instructor}
        draft={draft}
        priceCents={review.priceCents}
        viewerZone={review.viewerZone}
      />
      <Card className="mt-4">
        <h3 className="font-semibold">If you have to cancel</h3>
        <CancellationTable
          lesson={{ startAt, zone: timezone, priceCents: review.priceCents, now: review.now }}
        />
        <p className="mt-2 text-sm text-ink-soft">If the instructor cancels, you pay nothing.</p>
      </Card>
      {isRefused ? null : <Confirm instructorId={instructor.id} draft={draft} review={review} />}
    </section>
  );
}

interface ConfirmProps {
  instructorId: string;
  draft: BookingDraft;
  review: Review;
}

function Confirm({ instructorId, draft, review }: ConfirmProps) {
  const here = toBookPath(instructorId, { step: "review" });
  if (!review.isSignedIn) return <SignUpFirst next={here} />;
  return (
    <Form method="post" action={here} className="mt-6 grid">
      {reviewedFields(draft).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="idempotency_key" value={review.idempotencyKey} />
      <SubmitButton look="main" intent="book" busy="Booking …">
        Confirm booking
      </SubmitButton>
    </Form>
  );
}

/** What the person has read, so that nothing else is booked. */
function reviewedFields(draft: BookingDraft): [name: string, value: string][] {
  return [
    ["offering", draft.offeringId ?? ""],
    ["duration", String(draft.durationMinutes ?? "")],
    ["start_at", draft.startAt === null ? "" : toRfc3339(draft.startAt)],
    ["place", draft.locationType ?? ""],
    ["detail", draft.locationDetail],
    ["note", draft.studentNote],
  ];
}

function SignUpFirst({ next }: { next: string }) {
  return (
    <Card className="mt-6">
      <p className="text-lg font-semibold">One step left: an account</p>
      <p className="mt-1 text-ink-soft">
        So that you and your instructor can find the lesson. What you chose is kept.
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink look="main" to={withNext("/signup", next)}>
          Sign up to book
        </ButtonLink>
        <ButtonLink look="outline" to={withNext("/login", next)}>
          Log in
        </ButtonLink>
      </div>
    </Card>
  );
}

interface OtherTimesProps {
  instructorId: string;
  zone: string;
  /** The nearest free ones, if they are known. */
  starts: number[];
}

function OtherTimes({ instructorId, zone, starts }: OtherTimesProps) {
  return (
    <>
      {starts.length > 0 ? (
        <>
          <p>These are the nearest free times:</p>
          <ul className="my-3 flex flex-wrap gap-2">
            {starts.map((startAt) => (
              <li key={startAt}>
                <ButtonLink look="outline" to={toBookPath(instructorId, { startAt })}>
                  {formatMoment(startAt, zone)}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Link to={toBookPath(instructorId, { step: "time" })} className="font-semibold underline">
        Choose another time
      </Link>
    </>
  );
}
