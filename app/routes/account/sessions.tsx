import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DoneNotice } from "../../components/done-notice.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Page, PageTitle } from "../../components/page.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { isDomainError, toFormError } from "../../respond.ts";
import { describeUserAgent } from "../../user-agent.ts";
import { BackLink } from "./back-link.tsx";
import { SessionCard } from "./session-card.tsx";

/** Asked for instead of one device's id. */
const OTHERS = "others";

const DONE = { one: "That device is signed out.", others: "All other devices are signed out." };

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Where you are signed in",
    description: "The devices that are signed in to your account.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("signed_in", async ({ actor, context: { services } }) => {
  const sessions = await services.sessions.list(actor);
  return {
    zone: actor.timezone,
    sessions: sessions.map(({ id, userAgent, createdAt, lastSeenAt, isCurrent }) => ({
      id,
      device: describeUserAgent(userAgent),
      createdAt,
      lastSeenAt,
      isCurrent,
    })),
  };
});

export const action = page("signed_in", async ({ request, actor, context: { services } }) => {
  const wanted = String((await request.formData()).get("intent") ?? "");
  try {
    if (wanted === OTHERS) {
      await services.sessions.endOthers(actor);
      return redirect("/account/sessions?done=others");
    }
    await services.sessions.end(actor, wanted);
  } catch (thrown) {
    // Ended already, as was asked for.
    if (!isDomainError(thrown) || thrown.code !== "not_found") {
      const error = toFormError(thrown);
      return data({ error }, error.status);
    }
  }
  return redirect("/account/sessions?done=one");
});

export default function SessionsPage() {
  const { sessions, zone } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <Page width="reading">
      <BackLink to="/account">Your account</BackLink>
      <PageTitle>Where you are signed in</PageTitle>
      <p className="mt-2 text-ink-soft">
        If you do not know a device, sign it out and change your password.
      </p>
      <DoneNotice messages={DONE} />
      <div className="mt-6">
        <ErrorSummary error={sent?.error} />
        <ul className="grid gap-4">
          {sessions.map((session) => (
            <SessionCard key={session.id} session={session} zone={zone} />
          ))}
        </ul>
      </div>
      {sessions.length > 1 ? (
        <Form method="post" action="/account/sessions" className="mt-6">
          <SubmitButton intent={OTHERS} look="outline" busy="Signing out …">
            Sign out all other devices
          </SubmitButton>
        </Form>
      ) : null}
    </Page>
  );
}
