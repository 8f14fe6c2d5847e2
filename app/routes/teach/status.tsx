import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "../../../worker/domain/actor.ts";
import { plural } from "../../../worker/domain/format.ts";
import type { OwnStatusChange } from "../../../worker/domain/teaching-profile.ts";
import type { Services } from "../../../worker/services/index.ts";
import { Alert } from "../../components/alert.tsx";
import { FormPage } from "../../components/form-page.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";
import type { FormError } from "../../forms.ts";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { telling } from "./changes.ts";
import { STATUS_TEXTS, toStatusChange } from "./status-texts.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta({
    title: STATUS_TEXTS[data?.change ?? "suspend"].title,
    description: "Step back from teaching, or come back.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page(
  "suspend_own_instructor_account",
  async ({ request, actor, context: { services } }) => {
    const change = toStatusChange(new URL(request.url).searchParams.get("change"));
    return { change, ahead: await countAhead(services, actor, change) };
  },
);

export const action = page("suspend_own_instructor_account", async (args) => {
  const { request, actor, context } = args;
  const change = toStatusChange((await request.formData()).get("change"));
  const error = await telling(async () => {
    await context.services.teaching.changeStatus(actor, change);
    return null;
  });
  if (error) {
    const told = toTold(error, change);
    return data({ error: told }, told.status);
  }
  if (change !== "deactivate") return redirect(`/teach?done=${change}`);
  // Their sessions ended with the account.
  const headers = { "Set-Cookie": context.sessionCookie.clear() };
  return redirect("/teach/closed", { headers });
});

export default function StatusPage() {
  const { change, ahead } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { title, lead, button, busy } = STATUS_TEXTS[change];
  const isHeld = ahead.given + ahead.taken > 0;
  return (
    <FormPage
      title={title}
      lead={<p>{lead}</p>}
      error={sent?.error}
      below={
        <Link
          to="/teach"
          className="inline-flex min-h-11 items-center font-semibold text-primary-ink underline"
        >
          Back to teaching
        </Link>
      }
    >
      <input type="hidden" name="change" value={change} />
      {isHeld ? (
        <LessonsAhead {...ahead} />
      ) : (
        <SubmitButton look={change === "deactivate" ? "danger" : "primary"} busy={busy}>
          {button}
        </SubmitButton>
      )}
    </FormPage>
  );
}

/** Rule: nobody waits for a lesson with somebody who has withdrawn. */
function LessonsAhead({ given, taken }: { given: number; taken: number }) {
  const link = "inline-flex min-h-11 items-center text-primary-ink underline";
  return (
    <Alert kind="warning" title="You still have lessons ahead">
      <p>They have to be over or cancelled before you can do this.</p>
      <ul>
        {given > 0 ? (
          <li>
            <Link to="/teach/bookings" className={link}>
              {plural(given, "lesson")} you give
            </Link>
          </li>
        ) : null}
        {taken > 0 ? (
          <li>
            <Link to="/lessons" className={link}>
              {plural(taken, "lesson")} you take
            </Link>
          </li>
        ) : null}
      </ul>
    </Alert>
  );
}

/** The lessons that stand in the way: whoever closes their account cannot keep those they take either. */
async function countAhead({ bookings }: Services, actor: Actor, change: OwnStatusChange) {
  const count = async (as: "student" | "instructor", needed: Actor["permissions"][number]) => {
    if (!actor.permissions.includes(needed)) return 0;
    const query = { when: "upcoming", as, page: 1, perPage: 1 } as const;
    return (await bookings.list(actor, query)).total;
  };
  if (change === "reactivate") return { given: 0, taken: 0 };
  const [given, taken] = await Promise.all([
    count("instructor", "view_incoming_bookings"),
    change === "deactivate" ? count("student", "view_own_bookings") : 0,
  ]);
  return { given, taken };
}

/** Coming back is refused only to who was suspended by somebody else. */
function toTold(error: FormError, change: OwnStatusChange): FormError {
  if (error.code !== "forbidden" || change !== "reactivate") return error;
  const summary = "Our team suspended this account, so only they can activate it again.";
  return { ...error, summary };
}
