import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "../../components/card.tsx";
import { DateTime } from "../../components/date-time.tsx";
import { DoneNotice } from "../../components/done-notice.tsx";
import { Page, PageTitle } from "../../components/page.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { BackLink } from "./back-link.tsx";
import { FeedAddress } from "./feed-address.tsx";

const DONE = { revoked: "The address does not work any more." };

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Your lessons in your calendar",
    description: "A private address under which your calendar program finds your lessons.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("view_own_bookings", async ({ actor, context: { services } }) => ({
  feed: await services.calendar.findFeed(actor),
  zone: actor.timezone,
}));

export const action = page(
  "view_own_bookings",
  async ({ request, actor, context: { services } }) => {
    if ((await request.formData()).get("intent") === "revoke") {
      await services.calendar.deleteFeed(actor);
      throw redirect("/account/calendar?done=revoked");
    }
    // Told in this answer and never again.
    return data(await services.calendar.createFeed(actor));
  },
);

export default function CalendarPage() {
  const { feed, zone } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  return (
    <Page width="reading">
      <BackLink to="/account">Your account</BackLink>
      <PageTitle>Your lessons in your calendar</PageTitle>
      <p className="mt-2 text-ink-soft">
        Calendar programs can subscribe to your lessons under a private address. What is booked,
        moved or cancelled here shows up there by itself.
      </p>
      <DoneNotice messages={DONE} />
      {made ? <FeedAddress url={made.url} freeBusyUrl={made.freeBusyUrl} /> : null}
      <Card className="mt-6">
        <p>
          {feed ? (
            <>
              You made an address on <DateTime at={feed.createdAt} zone={zone} show="date" />. It is
              shown only when it is made.
            </>
          ) : (
            "You have no address yet."
          )}
        </p>
        <Form method="post" action="/account/calendar" className="mt-4 flex flex-wrap gap-3">
          <SubmitButton intent="make" {...(feed ? { look: "outline" } : {})} busy="Making …">
            {feed ? "Make a new address" : "Make an address"}
          </SubmitButton>
          {feed ? (
            <SubmitButton intent="revoke" look="danger" busy="Ending …">
              End the address
            </SubmitButton>
          ) : null}
        </Form>
        {feed ? (
          <p className="mt-4 text-sm text-ink-soft">
            With a new address the old one stops working. Do so if somebody else may know it.
          </p>
        ) : null}
      </Card>
    </Page>
  );
}
