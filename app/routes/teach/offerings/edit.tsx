import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "../../../components/card.tsx";
import { Page, PageTitle } from "../../../components/page.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";
import { toOfferingText } from "../../../components/teach-offering-fields.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { OFFERING_LISTS, saveOffering } from "../changes.ts";
import { readFields } from "../forms.ts";
import { getOffering } from "./load.ts";
import { OfferingForm, toSentText } from "./offering-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta({
    title: data ? `Your ${data.offering.service.name} lessons` : "Services",
    description: "What you offer, and for how much.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("manage_services", async ({ params, actor, context: { services } }) => {
  const offering = await getOffering(services, actor, params.id);
  const service = services.catalog.findService(offering.service.slug);
  return { offering, isOnlineCapable: service?.onlineCapable ?? false };
});

export const action = page("manage_services", async (args) => {
  const { request, params, actor, context } = args;
  const { services } = context;
  const offeringId = params.id ?? "";
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent === "remove") {
    await services.offerings.remove(actor, offeringId);
    return redirect("/teach/offerings?done=removed");
  }
  const subject = { offeringId, isShownAgain: intent === "again" };
  const error = await saveOffering(services, actor, form, subject);
  if (!error) return redirect("/teach/offerings?done=saved");
  return data({ error, fields: readFields(form, OFFERING_LISTS) }, error.status);
});

export default function EditOfferingPage() {
  const { offering, isOnlineCapable } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { isActive, service } = offering;
  return (
    <Page width="reading">
      <p>
        <Link
          to="/teach/offerings"
          className="inline-flex min-h-11 items-center text-primary-ink underline"
        >
          Services
        </Link>
      </p>
      <PageTitle>{service.name}</PageTitle>
      {isActive ? null : <p className="mt-2 text-ink-soft">You do not offer this at the moment.</p>}
      <Card className="mt-6">
        <OfferingForm
          isOnlineCapable={isOnlineCapable}
          values={sent ? toSentText(sent.fields) : toOfferingText(offering)}
          error={sent?.error ?? null}
          button={
            isActive
              ? { intent: "save", text: "Save changes" }
              : { intent: "again", text: "Save and offer it again" }
          }
        />
      </Card>
      {isActive ? <StopCard /> : null}
    </Page>
  );
}

function StopCard() {
  return (
    <Card as="section" labelledBy="stop" className="mt-6">
      <h2 id="stop" className="text-xl font-semibold">
        Stop offering this
      </h2>
      <p className="mt-2 mb-4 text-ink-soft">
        Students cannot book it any more. Lessons that are booked stay as they are. You can offer it
        again at any time.
      </p>
      <Form method="post">
        <SubmitButton look="outline" intent="remove" busy="Removing …">
          Stop offering this
        </SubmitButton>
      </Form>
    </Card>
  );
}
